/** The files of a talk to start from, by path. `title` is the name of its folder in words. */
export function starterTalk(title: string): ReadonlyMap<string, string> {
  return new Map([
    ['slides/talk.yaml', talkYaml(title)],
    ['slides/00-opening.md', opening(title)],
    ['slides/01-first-part.md', `---\ntime: 4m\n---\n\n${firstPart}\n${pictureSlide}`],
    ['slides/02-last-part.md', lastPart],
    ['slides/media/path.svg', drawing],
  ]);
}

/** A talk to start from in one file, without other files. */
export function starterFile(title: string): string {
  return `---\n${talkYaml(title)}---\n\n${opening(title)}\n${firstPart}\n${lastPart}`;
}

function talkYaml(title: string): string {
  return `title: ${JSON.stringify(title)}
subtitle: One sentence that says why it matters
speaker: Your name
lang: en
theme: horizon
`;
}

function opening(title: string): string {
  return `# ${title}

Note:
Greet the room. Say in one sentence what they will know at the end.

## A heading is a sentence that makes a claim

- Each point supports the claim
- Three or four are enough
- The rest belongs into the notes

Note:
Everything after this line is for you alone: it is never part of the deck.
`;
}

const firstPart = `# The first part

Note:
Each "#" opens a part of the talk.

## What changed {#change}

### Before

- How it was
- What it cost

### After

- How it is now
- What it brings

Note:
Two or more "###" stand side by side.

## How we got here

- **2019** It began
- **2022** It turned {.mark}
- **2025** It arrived

Note:
A list whose items begin with a bold date is a timeline.
`;

const pictureSlide = `## One picture says it faster

![Three dots on a rising line, the last one filled](media/path.svg "From the first step to the last")

Note:
A picture has a description between its brackets, for who cannot see it.
`;

const lastPart = `# The last part

## 3 {.number}

things to take home

---

> Simple things should be simple, complex things should be possible.
> — Alan Kay, computer scientist

## Thank you {.closing}

Questions are welcome. [Back to what changed](#change)

Note:
Leave this slide on while people ask.
`;

const drawing = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1088 400" width="1088" height="400">
  <path d="M60 330 L544 220 L1028 90" fill="none" stroke="#10203a" stroke-width="4"/>
  <g fill="#f6f8fa" stroke="#10203a" stroke-width="5"><circle cx="60" cy="330" r="20"/><circle cx="544" cy="220" r="20"/></g>
  <circle cx="1028" cy="90" r="28" fill="#c62f1c"/>
</svg>
`;
