/** Words that must not be published: a mark that nothing else has, with signs that are written in another way elsewhere. */
export function secretOf(name: string): string {
  return `xylo${name} "Söhne" & <Co>`;
}

/** Every way in which a text could stand in a file of a deck, by the name of the way. */
function writings(text: string): ReadonlyMap<string, Buffer> {
  const html = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  const bytes = Buffer.from(text);
  // Where a text begins within the three bytes that four signs of Base64 stand for; its ends mix with what is beside it.
  const base64 = [0, 1, 2].map((shift): [string, Buffer] => {
    const signs = Buffer.concat([Buffer.alloc(shift), bytes])
      .toString('base64')
      .replace(/=+$/, '');
    return [`in Base64, moved by ${shift}`, Buffer.from(signs.slice(shift === 0 ? 0 : shift + 1, -2))];
  });
  return new Map([
    ['as it is', bytes],
    ['in UTF-16', Buffer.from(text, 'utf16le')],
    ['escaped for HTML', Buffer.from(html)],
    ['escaped for an attribute', Buffer.from(html.replaceAll('"', '&quot;'))],
    ['escaped for an address', Buffer.from(encodeURIComponent(text))],
    ['escaped for JSON', Buffer.from(JSON.stringify(text).slice(1, -1))],
    ['escaped for JSON in ASCII', Buffer.from(asciiJson(text))],
    ...base64,
  ]);
}

function asciiJson(text: string): string {
  const json = JSON.stringify(text).slice(1, -1);
  return json.replace(/[<>&\u0080-\uffff]/g, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

/**
 * Where texts stand in the files of a deck, in any writing, in their content or in their names: one line each. What does
 * not count is whether letters are large, so that ids made of a text are found too.
 */
export function findTexts(files: ReadonlyMap<string, Buffer>, texts: readonly string[]): readonly string[] {
  const lower = (bytes: Buffer): Buffer => Buffer.from(bytes.toString('latin1').toLowerCase(), 'latin1');
  const contents = [...files].map(
    ([path, bytes]) => [path, lower(Buffer.concat([Buffer.from(`${path}\n`), bytes]))] as const,
  );
  return texts.flatMap((text) =>
    [...writings(text)].flatMap(([writing, bytes]) =>
      contents
        .filter(([, content]) => content.includes(lower(bytes)))
        .map(([path]) => `${text} is in ${path}, ${writing}`),
    ),
  );
}
