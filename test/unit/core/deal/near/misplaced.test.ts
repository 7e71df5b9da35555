import assert from 'node:assert/strict';
import fc from 'fast-check';
import { diagnose } from '../../../../../src/core/deal/fixes/fixes';
import { readDeal } from '../../../../../src/core/deal/readDeal';
import { DEFAULT_PROCESS, makeProcess } from '../../../../../src/core/process/process';
import { applyEdits } from '../../../../../src/core/textEdit';
import { sentenceOf } from '../../../../../src/words/sentence';
import { date } from '../../../support/deals';
import { forAll } from '../../../support/property';

const YAML = 'title: Acme\nstage: proposal\nvalue: 1000\n';

function kindOf(text: string, process = DEFAULT_PROCESS): string {
  const entry = readDeal('acme.md', text, process);
  return entry.kind === 'attention' ? `${entry.problem.code} ${entry.problem.line}` : entry.kind;
}

/** The text once its front matter is where it should be. */
function mended(text: string): string | undefined {
  const patient = { path: 'acme.md', text, process: DEFAULT_PROCESS, today: date('2026-11-20'), alike: [] };
  const { problems, fixesOf } = diagnose(patient);
  const [fix] = fixesOf(problems[0]!);
  return fix && applyEdits(text, fix.edits);
}

describe('a front matter with a stage that is not where one is read', () => {
  const CASES: readonly (readonly [what: string, text: string, line: number, mended: string])[] = [
    ['a blank line above', `\n---\n${YAML}---\nNotes\n`, 2, `---\n${YAML}---\nNotes\n`],
    [
      'blank lines above, with CRLF',
      '\r\n \r\n---\r\nstage: proposal\r\n---\r\nNotes\r\n',
      3,
      '---\r\nstage: proposal\r\n---\r\nNotes\r\n',
    ],
    ['a blank before the dashes', ` ---\n${YAML}---\n`, 1, `---\n${YAML}---\n`],
    ['what cannot be seen before the dashes', `\u200b---\n${YAML}---\n`, 1, `---\n${YAML}---\n`],
    [
      'all of it indented',
      '  ---\n  title: A\n  stage: proposal\n  contacts:\n    - R. Lee\n  ---\n',
      1,
      '---\ntitle: A\nstage: proposal\ncontacts:\n  - R. Lee\n---\n',
    ],
    ['four dashes', `----\n${YAML}---\n`, 1, `---\n${YAML}---\n`],
    ['four dashes, twice', `----\n${YAML}----\nNotes\n`, 1, `---\n${YAML}---\nNotes\n`],
    ['two dashes', `--\n${YAML}--\nNotes\n`, 1, `---\n${YAML}---\nNotes\n`],
    ['a dash that an editor made of them', `—\n${YAML}—\nNotes\n`, 1, `---\n${YAML}---\nNotes\n`],
    [
      'a comment above',
      `<!-- made by hand -->\n---\n${YAML}---\nNotes\n`,
      2,
      `---\n${YAML}---\n<!-- made by hand -->\nNotes\n`,
    ],
    [
      'a comment of several lines above',
      `<!-- made\nby hand -->\n\n---\n${YAML}---\n`,
      4,
      `---\n${YAML}---\n<!-- made\nby hand -->\n\n`,
    ],
    ['a comment of Obsidian above', `%% mine %%\n---\n${YAML}---\n`, 2, `---\n${YAML}---\n%% mine %%\n`],
    ['a heading above', `# Acme\n\n---\n${YAML}---\n\nNotes\n`, 3, `---\n${YAML}---\n# Acme\n\n\nNotes\n`],
    ['a line of words above', `Acme Corp\n---\n${YAML}---\n`, 2, `---\n${YAML}---\nAcme Corp\n`],
    [
      'a byte order mark and a heading above',
      `\uFEFF# Acme\n---\n${YAML}---\n`,
      2,
      `\uFEFF---\n${YAML}---\n# Acme\n`,
    ],
    ['a block of code around it', `\`\`\`yaml\n${YAML}\`\`\`\nNotes\n`, 1, `---\n${YAML}---\nNotes\n`],
    ['a block of code around the file', `~~~\n---\n${YAML}---\nNotes\n~~~\n`, 1, `---\n${YAML}---\nNotes\n`],
    ['no dashes above', `${YAML}---\nNotes\n`, 1, `---\n${YAML}---\nNotes\n`],
    ['no dashes at all', `${YAML}\nNotes\n`, 1, `---\n${YAML}---\n\nNotes\n`],
    ['no end', `\n---\n${YAML}`, 2, `---\n${YAML}---\n`],
    ['an empty one above', `---\n---\n---\n${YAML}---\nNotes\n`, 3, `---\n${YAML}---\nNotes\n`],
    [
      'another one above',
      `---\nowner: dana\n---\n\n---\n${YAML}---\nNotes\n`,
      5,
      `---\nowner: dana\n${YAML}---\nNotes\n`,
    ],
    [
      'properties as Notion exports them',
      '# Acme\n\nStage: Proposal\nClose Date: 2026-12-18\nValue: 4000\nNext Step: Call: Dana\n\nNotes\n',
      3,
      "---\nstage: Proposal\nclose_date: 2026-12-18\nvalue: 4000\nnext_step: 'Call: Dana'\n---\n# Acme\n\n\nNotes\n",
    ],
    [
      'properties in a list',
      '# Acme\n\n- Owner: dana\n- **Stage**: Proposal\n- Value: 4000\n\nNotes\n',
      3,
      '---\nowner: dana\nstage: Proposal\nvalue: 4000\n---\n# Acme\n\n\nNotes\n',
    ],
    ['one property in a list', '- Stage: Proposal\n', 1, '---\nstage: Proposal\n---\n'],
    ['a bullet of another kind', '• Stage: Proposal\n', 1, '---\nstage: Proposal\n---\n'],
    [
      'fields of Dataview in a list at the top',
      '* stage:: proposal\n* owner:: dana\nNotes\n',
      1,
      '---\nstage: proposal\nowner: dana\n---\nNotes\n',
    ],
    [
      'the same in bold',
      '# Acme\n**Owner:** dana\n**Stage**: Proposal\nNotes\n',
      2,
      '---\nowner: dana\nstage: Proposal\n---\n# Acme\nNotes\n',
    ],
    [
      'fields of Dataview',
      '---\ntitle: Acme\n---\n\nWe met.\n\n- value:: 4000\n- stage:: proposal\n\nMore\n',
      7,
      '---\ntitle: Acme\nvalue: 4000\nstage: proposal\n---\nWe met.\n\n\nMore\n',
    ],
    [
      'a table at the top',
      '# Acme\n\n| Stage | Proposal |\n|---|---|\n| **Close date:** | 2026-12-18 |\n| By | R: Lee |\n\nNotes\n',
      3,
      "---\nstage: Proposal\nclose_date: 2026-12-18\nBy: 'R: Lee'\n---\n# Acme\n\n\nNotes\n",
    ],
    [
      'a table with a head',
      '| Field | Value |\n| --- | --- |\n| Stage | Proposal |\n| Owner | dana |\n',
      1,
      '---\nstage: Proposal\nowner: dana\n---\n',
    ],
    ['stars', `***\n${YAML}***\nNotes\n`, 1, `---\n${YAML}---\nNotes\n`],
    ['equals signs', `===\n${YAML}===\nNotes\n`, 1, `---\n${YAML}---\nNotes\n`],
    [
      'no dashes, and notes at once',
      'stage: proposal\nWe met.\nNote: x\n',
      1,
      '---\nstage: proposal\n---\nWe met.\nNote: x\n',
    ],
    ['a stage in capitals', '\n---\nStage: proposal\n---\n', 2, '---\nStage: proposal\n---\n'],
  ];
  for (const [what, text, line, after] of CASES)
    it(`needs attention, and is put to the top: ${what}`, () => {
      assert.equal(kindOf(text), `misplaced-front-matter ${line}`);
      assert.equal(mended(text), after);
      assert.ok(['deal', 'near-key 2'].includes(kindOf(after)));
    });

  it('is told where it is no YAML, and where both have a key, though nothing is moved', () => {
    assert.equal(kindOf('\n---\ntitle: a: b\nstage: proposal\n---\n'), 'misplaced-front-matter 2');
    assert.equal(mended('\n---\ntitle: a: b\nstage: proposal\n---\n'), undefined);
    assert.equal(
      kindOf('---\ntitle: A\n---\n---\ntitle: B\nstage: proposal\n---\n'),
      'misplaced-front-matter 4',
    );
    assert.equal(mended('---\ntitle: A\n---\n---\ntitle: B\nstage: proposal\n---\n'), undefined);
  });

  it('says that the file is no deal, and why', () => {
    const entry = readDeal('acme.md', '\n---\nstage: proposal\n---\n', DEFAULT_PROCESS);
    assert.ok(entry.kind === 'attention');
    assert.match(sentenceOf(entry.problem), /^This file isn’t counted as a deal/);
  });

  it('is told where its stage is none of the team’s', () =>
    assert.equal(kindOf('\n---\ntitle: A\nstage: nowhere\n---\n'), 'misplaced-front-matter 2'));

  it('is found by the name that a team gives the stage', () => {
    const process = makeProcess({ fields: new Map([['stage', 'phase']]) });
    assert.equal(kindOf('\n---\nphase: proposal\n---\n', process), 'misplaced-front-matter 2');
    assert.equal(kindOf('\n---\nstage: proposal\n---\n', process), 'note');
  });

  const NOTES = [
    '# Acme\n\nOur stage: proposal\n',
    '# How we work\n\nWrite a deal like this:\n\n```yaml\nstage: proposal\n```\n',
    'Write a deal like this:\n---\nstage: proposal\n---\n',
    'We met.\n\nThey said yes.\n\n---\nstage: proposal\n---\n',
    'Agenda: the stage\nstage: of the theatre\n',
    'Stage: closed off for repairs\n',
    'Topic: a talk: the end\nstage: proposal\n',
    '```yaml\nstage: a talk: the end\n```\n',
    '# Acme\n\n- Stage: Proposal\n- Stage: Closing\n',
    '---\ntype: meeting\n---\n# Notes\n\n---\nstage: proposal\n---\n',
    '---\ntype: meeting\n---\nWe spoke.\nstage: proposal\n',
    '\n---\ntitle: no stage\n---\n',
    '<!-- stage: proposal',
    '```js\nstage: proposal\n```\n',
    'stage:: of the theatre\n',
    'stage:: 5\n',
    '\n---\nmine:\n  stage: proposal\nothers: x\n---\n',
    '# How we work\n\n```\nstage:: proposal\n```\n',
    '# Acme\n\nWe met.\nStage: Proposal\n',
    '# Acme\n\nStage: done with this\nOwner: dana\n',
    '# Acme\n\n- Stage: of the theatre\n',
    '# Acme\n\n- We met.\n- Stage: Proposal\n',
    '---\ntype: meeting\n---\n# Acme\n\nStage: Proposal\n',
    '| Stage | Value |\n|---|---|\n| Proposal | 5000 |\n',
    '| Stage | Proposal | 2026 |\n|---|---|---|\n',
    'We met.\n\n| Stage | Proposal |\n|---|---|\n',
    '***\nWe met.\nstage: proposal\n***\n',
    '***\n\nstage: proposal\n',
    '***\nstage: proposal\nWe met.\n',
    '***\nstage: proposal\n___\n',
    '***\n',
  ];
  for (const text of NOTES)
    it(`is none in notes: ${JSON.stringify(text)}`, () => assert.equal(kindOf(text), 'note'));

  it('loses no line when it is moved, whatever stands around it', () => {
    const LINES = fc.constantFrom(
      '',
      ' ',
      '# Acme',
      '<!-- x -->',
      'Notes',
      '---',
      '```',
      '----',
      'stage: proposal',
      'title: A',
      '%% x',
      '  value: 5',
      'stage:: proposal',
      'Stage: Proposal',
      '| Stage | Proposal |',
      '|---|---|',
      '| Owner | dana |',
      '***',
    );
    forAll(
      fc.array(LINES, { maxLength: 12 }).map(lines => lines.join('\n')),
      text => {
        if (!kindOf(text).startsWith('misplaced')) return;
        const after = mended(text);
        if (after === undefined) return;
        const words = (all: string) =>
          all
            .split('\n')
            // Of a line of the notes the key becomes ours.
            .map(line => line.trim().replace('::', ':').toLowerCase())
            .map(line => line.replace(/^\| (\w+) \| (\w+) \|$/, '$1: $2'))
            .filter(line => line && !/^(?:-+|```|\*{3}|\|---\|---\|)$/.test(line))
            .sort();
        assert.deepEqual(words(after), words(text));
        assert.ok(!kindOf(after).startsWith('misplaced'), after);
      },
      2000,
    );
  });

  it('is looked for in no time in a long note', () => {
    const long = `${'# A\n\n'.repeat(200_000)}---\nstage: proposal\n---\n`;
    assert.equal(kindOf(long), 'note');
    assert.equal(kindOf(`<!--${'\n<!--'.repeat(200_000)}\nstage: proposal`), 'note');
  });
});
