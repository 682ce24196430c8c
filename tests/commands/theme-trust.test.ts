import { existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { Folders, rostrum } from './program.ts';

const folders = new Folders();
afterAll(() => folders.removeAll());

/** A talk whose theme is an installed package, and an empty folder for the settings of the person. */
function talkWithPackage() {
  const folder = folders.make();
  const settings = folders.make();
  const write = (path: string, text: string): void => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  };
  write('package.json', '{"dependencies": {"@acme/theme": "1.2.0"}}');
  write('slides/talk.yaml', 'title: Tides\ntheme: "@acme/theme"\n');
  write('slides/00.md', '# Tides\n\n## Twice a day\n\nThe moon.\n');
  write('node_modules/@acme/theme/package.json', '{"name": "@acme/theme", "version": "1.2.0"}');
  write('node_modules/@acme/theme/theme.yaml', 'name: acme\nabout: "The house of \\e[31mAcme"\n');
  write('node_modules/@acme/theme/partials/body.hbs', '<div class="body acme">{{slide.body}}</div>\n');
  const run = (words: readonly string[], environment: Readonly<Record<string, string>> = {}) =>
    rostrum(words, folder, { XDG_CONFIG_HOME: settings, ...environment });
  return { folder, settings, write, run };
}

test('a package is trusted once, then drawn with, until one of its files changes', async () => {
  const { folder, settings, write, run } = talkWithPackage();
  const refused = await run(['build']);
  expect(refused.code).toBe(1);
  expect(refused.stderr).toContain('slides/talk.yaml:2:8: error: the theme "@acme/theme" is a package');
  expect(refused.stderr).toContain('run "rostrum theme trust @acme/theme"');
  expect(existsSync(join(folder, 'dist'))).toBe(false);

  const trusted = await run(['theme', 'trust', '@acme/theme']);
  expect(trusted).toMatchObject({ code: 0, stderr: '' });
  expect(trusted.stdout).toContain('Trusted version 1.2.0: 3 files in node_modules/@acme/theme');
  const kept = JSON.parse(readFileSync(join(settings, 'rostrum/trusted-themes.json'), 'utf8'));
  expect(kept.themes).toEqual([
    { folder: join(folder, 'node_modules/@acme/theme'), hash: expect.stringMatching(/^[0-9a-f]{64}$/) },
  ]);
  expect(await run(['build'])).toMatchObject({ code: 0, stderr: '' });
  expect(readFileSync(join(folder, 'dist/deck/index.html'), 'utf8')).toContain('class="body acme"');

  write('node_modules/@acme/theme/theme.css', '.acme { color: red }');
  const changed = await run(['build']);
  expect(changed.code).toBe(1);
  expect(changed.stderr).toContain('has changed since you trusted it');
});

test('the command that is named works from another folder too', async () => {
  const { folder } = talkWithPackage();
  const [desk, settings] = [folders.make(), folders.make()];
  const run = (words: readonly string[]) => rostrum(words, desk, { XDG_CONFIG_HOME: settings });
  const { stderr } = await run(['build', folder]);
  const [, command = ''] = /run "rostrum ([^"]+)"/.exec(stderr) ?? [];
  expect(command).toBe(`theme trust @acme/theme --talk ${folder}`);
  expect((await run(command.split(' '))).code).toBe(0);
  expect((await run(['build', folder])).code).toBe(0);
});

test('one person trusts nothing for another', async () => {
  const { run } = talkWithPackage();
  await run(['theme', 'trust', '@acme/theme']);
  expect((await run(['build'], { XDG_CONFIG_HOME: folders.make() })).code).toBe(1);
});

test('the list marks it, and says nothing to the terminal but text', async () => {
  const { run } = talkWithPackage();
  const before = await run(['theme', 'list']);
  expect(before.stdout).toMatch(/^@acme\/theme +The house of +\[31mAcme \(package, to be trusted\)$/m);
  await run(['theme', 'trust', '@acme/theme']);
  expect((await run(['theme', 'list'])).stdout).toContain('(package, trusted)\n');
});

test('what it extends is named when it is trusted, and can be trusted by its folder', async () => {
  const { folder, write, run } = talkWithPackage();
  const inner = 'node_modules/@acme/theme/node_modules/plain';
  write('node_modules/@acme/theme/theme.yaml', 'name: acme\nextends: plain\n');
  write(`${inner}/theme.yaml`, 'name: plain\n');
  const { stdout } = await run(['theme', 'trust', '@acme/theme']);
  const command = `rostrum theme trust ${join(folder, inner)}`;
  expect(stdout).toContain(`It extends another: the theme "plain" is a package, at ${inner}, and is not trusted yet`);
  expect(stdout).toContain(`run "${command}"`);
  expect((await run(['build'])).stderr).toContain(`run "${command}"`);
  expect(await run(command.split(' ').slice(1))).toMatchObject({ code: 0, stderr: '' });
  expect(await run(['build'])).toMatchObject({ code: 0, stderr: '' });
});

test('a package that is linked into node_modules is trusted where it really lies', async () => {
  const { folder, settings, run, write } = talkWithPackage();
  const real = folders.make();
  writeFileSync(join(real, 'theme.yaml'), 'name: linked\n');
  symlinkSync(real, join(folder, 'node_modules/linked'));
  write('slides/talk.yaml', 'title: Tides\ntheme: linked\n');
  expect((await run(['theme', 'trust', 'linked'])).code).toBe(0);
  const kept = JSON.parse(readFileSync(join(settings, 'rostrum/trusted-themes.json'), 'utf8'));
  expect(kept.themes[0].folder).toBe(real);
  expect(await run(['build'])).toMatchObject({ code: 0, stderr: '' });
  symlinkSync('/etc/hostname', join(real, 'theme.css'));
  expect((await run(['build'])).stderr).toContain(`${join(real, 'theme.css')} leads out of the folder of its theme`);
});

test('settings that cannot be written, or are broken, are told in plain words and nothing is trusted', async () => {
  const { settings, run } = talkWithPackage();
  writeFileSync(join(settings, 'rostrum'), 'a file');
  const refused = await run(['theme', 'trust', '@acme/theme']);
  expect(refused.code).toBe(1);
  expect(refused.stderr).toContain('the trust could not be kept, because');
  expect(refused.stderr).toContain('a file stands where a folder should be');
  const broken = folders.make();
  mkdirSync(join(broken, 'rostrum'));
  writeFileSync(join(broken, 'rostrum/trusted-themes.json'), '{"themes"');
  for (const words of [['theme', 'trust', '@acme/theme'], ['build']]) {
    const { code, stderr } = await run(words, { XDG_CONFIG_HOME: broken });
    expect(code).toBe(1);
    expect(stderr).toContain('which holds the themes that you trust, cannot be read: it is not JSON (broken-trust)');
  }
  expect(readFileSync(join(broken, 'rostrum/trusted-themes.json'), 'utf8')).toBe('{"themes"');
});

test.each([
  ['a theme of Rostrum', 'horizon', 0, '"horizon" is part of the talk or of Rostrum: nothing is to be trusted.'],
  ['a misspelt package', '@acme/theem', 1, 'did you mean "@acme/theme"?'],
  ['a folder that is no theme', './slides', 1, 'no package "./slides" that is a theme'],
])('%s cannot be trusted', async (_, name, code, words) => {
  const { run, settings } = talkWithPackage();
  const said = await run(['theme', 'trust', name]);
  expect(said.code).toBe(code);
  expect(said.stdout + said.stderr).toContain(words);
  expect(existsSync(join(settings, 'rostrum'))).toBe(false);
});

test('a version that would steer the terminal is not shown', async () => {
  const { write, run } = talkWithPackage();
  write('node_modules/@acme/theme/package.json', '{"version": "1.0\\u001b[31m"}');
  expect((await run(['theme', 'trust', '@acme/theme'])).stdout).toMatch(/^Trusted: 3 files in /);
});

test('the object of --json has what is trusted', async () => {
  const { run } = talkWithPackage();
  const { stdout } = await run(['theme', 'trust', '@acme/theme', '--json']);
  expect(JSON.parse(stdout)).toMatchObject({
    ok: true,
    command: 'theme trust',
    trusted: { path: 'node_modules/@acme/theme', version: '1.2.0', files: 3 },
  });
});
