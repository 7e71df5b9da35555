import assert from 'node:assert/strict';
import { misplacedFrontMatter } from '../../../../src/core/frontMatter/misplaced';

/** What is found, with the lines that it takes. */
function found(text: string, from = 0, stage = 'stage') {
  const misplaced = misplacedFrontMatter(text, from, stage);
  if (!misplaced) return undefined;
  const { where, line, start, end, yaml, rest } = misplaced;
  return { where, line, taken: text.slice(start, end), yaml, rest };
}

const STAGE = 'stage: lead\n';

describe('a front matter that stands elsewhere is found', () => {
  for (const [what, text, where, line, taken, yaml, rest] of [
    ['below a blank line', `\n---\n${STAGE}---\nx\n`, 'below', 2, `---\n${STAGE}---\n`, STAGE, ''],
    ['between other dashes', `----\n${STAGE}----\nx\n`, 'fence', 1, `----\n${STAGE}----\n`, STAGE, ''],
    ['with dots at its end', `\n---\n${STAGE}...\nx\n`, 'below', 2, `---\n${STAGE}...\n`, STAGE, ''],
    [
      'without an end',
      `\n---\n\n${STAGE}a: 1\n\nx\n`,
      'below',
      2,
      `---\n\n${STAGE}a: 1\n`,
      `\n${STAGE}a: 1\n`,
      '',
    ],
    [
      'with a blank line',
      `\n---\n${STAGE}\na: 1\n---\n`,
      'below',
      2,
      `---\n${STAGE}\na: 1\n---\n`,
      `${STAGE}\na: 1\n`,
      '',
    ],
    ['without dashes', `${STAGE}\nx\n\n---\ny\n`, 'unfenced', 1, STAGE, STAGE, ''],
    [
      'without dashes, with quotes over a blank line',
      `${STAGE}a: "b\n\n  c"\nd: |\n  e\n\n  f\n\nx\n`,
      'unfenced',
      1,
      `${STAGE}a: "b\n\n  c"\nd: |\n  e\n\n  f\n`,
      `${STAGE}a: "b\n\n  c"\nd: |\n  e\n\n  f\n`,
      '',
    ],
    [
      'with a line of dashes in a text',
      `\n---\n${STAGE}d: |\n  e\n  ---\n  f\n---\nx\n`,
      'below',
      2,
      `---\n${STAGE}d: |\n  e\n  ---\n  f\n---\n`,
      `${STAGE}d: |\n  e\n  ---\n  f\n`,
      '',
    ],
    ['without dashes above', `${STAGE}---\n\nx\n`, 'unfenced', 1, `${STAGE}---\n`, STAGE, ''],
    ['without dashes in a file of its own', STAGE, 'unfenced', 1, STAGE, STAGE, ''],
    ['in code', `\`\`\`yaml\n${STAGE}\`\`\`\nx\n`, 'code', 1, `\`\`\`yaml\n${STAGE}\`\`\`\n`, STAGE, ''],
    [
      'in code with notes',
      `~~~\n---\n${STAGE}---\nx\n~~~\n`,
      'code',
      1,
      `~~~\n---\n${STAGE}---\nx\n~~~\n`,
      STAGE,
      'x\n',
    ],
    [
      'below a comment',
      `<!-- a\nb\nc\nd -->\n---\n${STAGE}---\n`,
      'below',
      5,
      `---\n${STAGE}---\n`,
      STAGE,
      '',
    ],
    [
      'below one of Obsidian',
      `%% a\nb\nc\nd %%\n---\n${STAGE}---\n`,
      'below',
      5,
      `---\n${STAGE}---\n`,
      STAGE,
      '',
    ],
    [
      'that stands in',
      `\n  ---\n  ${STAGE}\n  a: 1\n  ---\n`,
      'below',
      2,
      `  ---\n  ${STAGE}\n  a: 1\n  ---\n`,
      `${STAGE}\na: 1\n`,
      '',
    ],
  ] as const) {
    it(what, () => {
      assert.deepEqual(found(text), { where, line, taken, yaml, rest });
      const crlf = (lines: string) => lines.replaceAll('\n', '\r\n');
      assert.deepEqual(found(crlf(text)), { where, line, taken: crlf(taken), yaml, rest });
    });
  }

  it('below another one', () => {
    const first = '---\nowner: dana\n---\n';
    const taken = `---\n${STAGE}---\n`;
    assert.deepEqual(found(`${first}\n${taken}x`, first.length), {
      where: 'second',
      line: 5,
      taken,
      yaml: STAGE,
      rest: '',
    });
  });

  it('by any name of the stage', () => {
    assert.equal(found('\n---\nc.d: lead\n---\n', 0, 'c.d')?.yaml, 'c.d: lead\n');
    assert.equal(found('\n---\ncxd: lead\n---\n', 0, 'c.d'), undefined);
  });
});

describe('a front matter is none', () => {
  for (const [what, text, from] of [
    ['without a stage', '\n---\ntitle: x\n---\n'],
    ['with the stage behind it', `\n---\ntitle: x\n---\n${STAGE}`],
    ['with the stage behind an empty one', ` ---\n---\n${STAGE}---\n`],
    ['in code below words', `Acme\n\`\`\`yaml\n${STAGE}\`\`\`\n`],
    ['in code below another one', `---\na: 1\n---\n\`\`\`yaml\n${STAGE}\`\`\`\n`, 13],
    ['below words without dashes', `Acme\n${STAGE}`],
    ['below words that say that one follows', `We (all) write:\n---\n${STAGE}---\n`],
    ['below what says that one follows', `Like this:\n---\n${STAGE}---\n`],
    ['in a comment that does not end', `<!-- a\n---\n${STAGE}---\n`],
  ] as const) {
    it(what, () => assert.equal(found(text, from), undefined));
  }
});
