import { describe, expect, test } from 'vitest';
import { viewOf } from '../view/view-of.ts';

async function codeOf(...fences: readonly string[]) {
  const outline = fences.map((fence) => `## A {.code}\n\n${fence}`).join('\n\n');
  const { view, found } = await viewOf({ 'slides/00.md': outline });
  return { codes: view.slides.map(({ slide }) => ('code' in slide ? String(slide.code) : '')), found };
}

describe('code', () => {
  test.each(['ts', 'typescript', 'TS', 'js', 'python', 'py', 'sh', 'yml', 'html', 'c++', 'c#', 'rust', 'toml'])(
    'has colours in %s',
    async (language) => {
      const { codes, found } = await codeOf(`\`\`\`${language}\nif (a) "b" <c> key: 1 # d\n\`\`\``);
      expect(found).toEqual([]);
      expect(codes[0]).toContain('<span class="hljs-');
    },
  );

  test.each(['text', 'plain', 'output', ''])('has none on purpose in "%s"', async (language) => {
    const { codes, found } = await codeOf(`\`\`\`${language}\nconst <a>\n\`\`\``);
    expect(found).toEqual([]);
    expect(codes[0]).toContain('const &lt;a&gt;');
  });

  test('has none in a language that nobody knows, which is a warning once', async () => {
    const { codes, found } = await codeOf('```klingon\n<a>\n```', '```klingon\nb\n```');
    expect(found).toHaveLength(1);
    expect(found[0]).toContain('unknown-language: "klingon"');
    expect(codes[0]).toBe('<pre><code class="hljs language-klingon">&lt;a&gt;</code></pre>');
  });

  test.each(['../core', '..%2fcore', 'a/b', '__proto__', 'constructor'])(
    'loads nothing for the language "%s"',
    async (language) => {
      const { codes, found } = await codeOf(`\`\`\`${language}\na\n\`\`\``);
      expect(found).toHaveLength(1);
      expect(codes[0]).not.toContain('<span');
    },
  );

  test('is escaped in all languages', async () => {
    const { codes } = await codeOf('```js\n"<script>" + `</code>`\n```');
    expect(codes[0]).not.toMatch(/<script|<\/code>(?!<\/pre>$)/);
  });

  test('in notes loads nothing', async () => {
    const { found } = await viewOf({ 'slides/00.md': '## A\n\nNote:\n```klingon\na\n```' });
    expect(found).toEqual([]);
  });

  test('in items and quotations has colours too', async () => {
    const { view } = await viewOf({ 'slides/00.md': '## A\n\n- ```js\n  const a\n  ```\n\n> ```js\n> const b\n> ```' });
    expect(String(view.slides[0]?.slide.body).match(/hljs-keyword/g)).toHaveLength(2);
  });
});
