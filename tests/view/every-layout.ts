/** One slide for each layout, and one for each way in which its fields can be filled or empty. */
export const EVERY_LAYOUT = `# A talk {#title}

# A section {#section}

## Points {#points}

- one
- two {.step}

---

{#bare-points}

Without a heading.

## A statement stands alone {#statement}

## A statement with text {#statement-text .statement}

Some text.

## A quotation {#quote}

> Words <b>in</b> *two* paragraphs.
>
> — A speaker, a role

---

{#bare-quote}

> Words of nobody

## A figure with text {#split}

- One line

![What it shows](a.svg)

## A drawing alone {#alone-split}

::: {.chart type=bar}
| a | b |
|---|--:|
| c | 1 |
:::

## Columns {#compare .steps}

### One

a

### Two

b

---

{#bare-compare}

:::: columns
::: column
a
:::
::: column
b
:::
::::

## Dates {#timeline}

- **1951** a
- **1960** b {.mark .step}
- **2025** c

## 65 {#number}

years of *it*

## A picture {#figure}

![What it shows](a.svg "Its <caption>")

---

{#bare-figure}

![](a.svg)

## A table {#table}

| a | b | c |
|---|---|---|
| 1 | 2 | 3 |
| 4 | 5 | 6 |

## Code {#code}

\`\`\`ts
const a = '<b>';
\`\`\`

## Sources {#sources .sources}

- [One](https://example.org)
- Two

## A question {#quiz .quiz}

- [ ] No
  - Not *this* one
- [x] Yes {.step}

## Many answers {#bare-quiz .quiz}

- [x] a
- [x] b

## A closing {#closing .closing}

Thank you.

---

{#blank .blank}

## A layout of its own {#own .gallery}

- a
`;
