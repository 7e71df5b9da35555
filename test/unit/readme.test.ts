import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { PROBLEM_CODES } from '../../src/core/problem';
import { MANIFEST, TITLES } from './support/manifest';

const DOCS = readdirSync('docs').map(name => join('docs', name));
const textOf = (file: string) => readFileSync(file, 'utf8');

describe('the README', () => {
  it('is for a minute: 900 words at most', () => {
    assert.ok(textOf('README.md').split(/\s+/).length <= 900);
  });

  it('leads to all of the documentation', () => {
    const text = textOf('README.md');
    for (const file of DOCS)
      if (file !== join('docs', 'README.md')) assert.ok(text.includes(`(${file})`), file);
  });

  it('shows pictures of less than a megabyte', () => {
    for (const name of readdirSync('media/readme'))
      assert.ok(readFileSync(join('media/readme', name)).length < 1_000_000, name);
  });

  for (const file of ['README.md', ...DOCS])
    it(`has links and pictures that are there: ${file}`, () => {
      const text = withoutCode(textOf(file));
      const links = [...text.matchAll(/\]\(([^)\s]+)\)/g)].map(([, link]) => link!);
      for (const link of links.filter(link => !/^[a-z]+:/.test(link))) {
        const [path, anchor] = link.split('#') as [string, string?];
        const target = path ? join(dirname(file), path) : file;
        assert.ok(existsSync(target), link);
        if (anchor) assert.ok(anchorsOf(textOf(target)).includes(anchor), link);
      }
    });
});

describe('the documentation', () => {
  it('lists all codes of problems, which scripts rely on, and no others', () => {
    const [, table] = /^The codes stay the same.*\n\n((?:\|.*\n)+)/m.exec(textOf('docs/command-line.md'))!;
    const listed = [...table!.matchAll(/`([a-z]+(?:-[a-z0-9]+)+|[a-z]+)`/g)].map(([, code]) => code);
    assert.deepEqual(listed.toSorted(), PROBLEM_CODES.toSorted());
  });

  it('lists all commands of the palette, without what is only there to be found by', () => {
    const hidden = MANIFEST.contributes.menus.commandPalette.filter(({ when }) => when === 'false');
    const shown = MANIFEST.contributes.commands.filter(
      ({ command }) => !hidden.some(one => one.command === command),
    );
    const rows = firstColumn('docs/commands.md');
    for (const { title } of shown) {
      const words = TITLES[title.slice(1, -1)]!;
      assert.ok(rows.includes(words) || rows.includes(words.replace(/ \(.*\)$/, '')), words);
    }
  });

  it('lists all settings', () => {
    const listed = firstColumn('docs/commands.md').flatMap(
      cell => /^`(dealNotes\.\w+)`$/.exec(cell)?.[1] ?? [],
    );
    const settings = Object.keys(MANIFEST.contributes.configuration.properties);
    assert.deepEqual(listed.toSorted(), settings.toSorted());
  });
});

function firstColumn(file: string): string[] {
  return [...textOf(file).matchAll(/^\| (.*?) +\|/gm)].map(([, cell]) => cell!);
}

function withoutCode(text: string): string {
  return text.replace(/^```.*?^```/gms, '').replace(/`[^`\n]*`/g, '');
}

/** As GitHub makes them of headings. */
function anchorsOf(text: string): string[] {
  return [...withoutCode(text).matchAll(/^#+ (.*)$/gm)].map(([, heading]) =>
    heading!
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\s-]/gu, '')
      .replace(/\s/g, '-'),
  );
}
