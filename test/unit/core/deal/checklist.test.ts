import assert from 'node:assert/strict';
import fc from 'fast-check';
import { checkOff } from '../../../../src/core/deal/checkOff';
import { changeDeal } from '../../../../src/core/deal/changeDeal';
import { insertChecklist } from '../../../../src/core/deal/insertChecklist';
import { linksIn } from '../../../../src/core/notes/links';
import type { Notes } from '../../../../src/core/notes/notes';
import { readNotes } from '../../../../src/core/notes/readNotes';
import { makeProcess, stageOf } from '../../../../src/core/process/process';
import { applyEdits } from '../../../../src/core/textEdit';
import { file, readGood } from '../../support/deals';
import { styledFile } from '../../support/frontMatters';
import { forAll } from '../../support/property';
import { markdown } from '../notes/support/markdown';

const process = makeProcess({
  stages: {
    qualification: {
      label: 'Qualified?',
      aliases: ['bant'],
      exitCriteria: [
        { id: 'budget-confirmed', text: 'We know the budget.' },
        { id: 'authority-known', text: 'We know who signs: one person' },
      ],
    },
    proposal: { exitCriteria: [{ id: 'presented', text: 'We presented it' }] },
  },
});

const withBody = (body: string, more = '') => file(`stage: qualification\n${more}`, body);
const checks = (body: string, more = '') => readGood(withBody(body, more), process).deal.checks;

describe('a criterion that is ticked in the notes is met', () => {
  for (const [what, body, expected] of [
    ['by its text', '## Qualification\n- [x] We know the budget.', ['budget-confirmed']],
    ['by its id', '## Qualification\n- [x] budget-confirmed', ['budget-confirmed']],
    ['in any case and with any joints', '## Qualification\n- [X]  WE  know the budget', ['budget-confirmed']],
    ['with emphasis', '## Qualification\n- [x] **Budget confirmed**', ['budget-confirmed']],
    ['with a remark', '## Qualification\n- [x] We know the budget: 40k', ['budget-confirmed']],
    ...[
      'We know the budget ✅ 2026-11-20',
      'We know the budget 📅 2026-11-25 ✅ 2026-11-20',
      'We know the budget ⏫ 🔁 every week 🆔 a1b2c3 ⛔ d4e5f6',
      'We know the budget✅ 2026-11-20',
      'We know the budget #waiting #q4/hardware',
      '#task We know the budget',
      '#task #sales We know the budget 📅 2026-11-25',
      'We know the budget [due:: 2026-11-20] [completion:: 2026-11-20]',
      'We know the budget (completion:: 2026-11-20)',
      'We know the budget ^a1b2c3',
      'budget-confirmed ✅ 2026-11-20 ^b-1',
      'We know the budget @dana',
      'We know the budget @done(2026-11-02)',
      'We know the budget @done()',
      'We know the budget [[Acme]]',
      'We know the budget [mail](https://example.com/m)',
      'We know the budget https://example.com/m',
      'We know the budget → done',
      'We know the budget -> done',
      'We know the budget ; done',
      'We know the budget; done',
      'We know the budget — done 2 Nov',
      'We know the budget | 40k',
      'We know the budget (Dana)',
      'We know the budget ✔',
      'We know the budget ✓',
      'We know the budget <br>40k',
      '**We know the budget** @dana [[Acme]]',
    ].map(item => [`as “${item}”`, `## Qualification\n- [x] ${item}`, ['budget-confirmed']] as const),
    ['with words that are no mark', '## Qualification\n- [x] We know the budget well', []],
    ...['- [ ]', '- [-]', '- [>]', '-', '- [ ] [x]'].map(
      box =>
        [
          `but not as “${box} We know the budget @done ✔”`,
          `## Qualification\n${box} We know the budget @done ✔`,
          [],
        ] as const,
    ),
    ...[
      'We know the budget@dana',
      'We know the budget and more',
      'Do we know the budget @dana',
      '@dana We know',
      'We know the budgets ✔',
    ].map(item => [`but not by “${item}”`, `## Qualification\n- [x] ${item}`, []] as const),
    ['with a tag in its midst', '## Qualification\n- [x] We know #the budget', []],
    ['with a colon of its own', '## BANT\n- [x] We know who signs: one person', ['authority-known']],
    ['in a numbered list', '## Qualification\n1. [x] budget-confirmed', ['budget-confirmed']],
    ['in a nested list', '# Qualification\n- money\n    - [x] budget-confirmed', ['budget-confirmed']],
    ['under the label of the stage', '# Qualified? #\n* [x] budget-confirmed', ['budget-confirmed']],
    ['under an alias', '### bant:\n+ [x] budget-confirmed', ['budget-confirmed']],
    ['under a heading within', '## Bant\n### Money\n- [x] budget-confirmed', ['budget-confirmed']],
    ['in CRLF', '## Bant\r\n\r\n- [x] budget-confirmed\r\n', ['budget-confirmed']],
    [
      'of several stages',
      '# Bant\n- [x] budget-confirmed\n# Proposal\n- [x] presented',
      ['budget-confirmed', 'presented'],
    ],
    ['but not if its box is empty', '## Bant\n- [ ] budget-confirmed\n- [x] something else', []],
    ['but not under another heading', '## Notes\n- [x] budget-confirmed', []],
    ['but not under another stage', '## Proposal\n- [x] budget-confirmed', []],
    ['but not under a heading that ends the stage', '## Bant\n# Notes\n- [x] budget-confirmed', []],
    ['but not under the next heading of the level', '## Bant\n\n## Notes\n- [x] budget-confirmed', []],
    ['but not under the next one that is underlined', '## Bant\n\nNotes\n---\n- [x] budget-confirmed', []],
    ['under a heading that is a link', '## [[BANT]]\n- [x] budget-confirmed', ['budget-confirmed']],
    ['under a link in bold', '## **[BANT](bant.md)**\n- [x] budget-confirmed', ['budget-confirmed']],
    ['under a heading that is underlined', 'Bant\n===\n- [x] budget-confirmed', ['budget-confirmed']],
    ['in a list in a numbered one', '# Bant\n1. money\n   - [x] budget-confirmed', ['budget-confirmed']],
    ['but not in a fence in a list', '## Bant\n- so:\n  ```\n  - [x] budget-confirmed\n  ```\n', []],
    ['but not in code of four ticks', '## Bant\n````\n```\n- [x] budget-confirmed\n````\n', []],
    ['but not in code that an item begins with', '## Bant\n-     [x] budget-confirmed\n', []],
    ['but not in a quote', '## Bant\n> - [x] budget-confirmed\n', []],
    ['but not within another stage', '## Bant\n### Proposal\n- [x] budget-confirmed', []],
    ['but not in a fence', '## Bant\n```\n- [x] budget-confirmed\n```\n', []],
    ['but not below a heading in a fence', '```\n## Bant\n```\n- [x] budget-confirmed\n', []],
    ['but not in a block of code that stands in', '## Bant\n\nSo:\n\n    - [x] budget-confirmed\n', []],
    ['but not in a comment', '## Bant\n<!--\n- [x] budget-confirmed\n-->\n', []],
    ['but not as a link', '## Bant\n[x] budget-confirmed\n', []],
  ] as const) {
    it(what, () => assert.deepEqual(checks(body), expected));
  }

  it('beside those in `checks`, which an empty box does not undo', () => {
    const body = '## Bant\n- [ ] We know the budget\n- [x] authority known\n';
    assert.deepEqual(checks(body, 'checks: [budget-confirmed]'), ['budget-confirmed', 'authority-known']);
  });

  it('also where two criteria have one text: the first by that, the other by its id', () => {
    const twins = makeProcess({
      stages: {
        closing: {
          exitCriteria: [
            { id: 'a', text: 'Signed' },
            { id: 'signed', text: 'Signed' },
            { id: 'c', text: 'A' },
          ],
        },
      },
    });
    const met = (item: string) =>
      readGood(file('stage: closing', `# Closing\n- [x] ${item}`), twins).deal.checks;
    assert.deepEqual([met('Signed'), met('a'), met('c')], [['signed'], ['a'], ['c']]);
  });
});

describe('the checklist of a stage', () => {
  const insert = (body: string, more = '') => {
    const text = withBody(body, more);
    const edits = insertChecklist(text, readGood(text, process).deal, 'qualification', process);
    return applyEdits(text, edits).slice(withBody('', more).length);
  };
  const list = '- [ ] We know the budget.\n- [ ] We know who signs: one person\n';

  for (const [what, before, after] of [
    ['makes a section', 'Notes.\n', `Notes.\n\n## Qualified?\n\n${list}`],
    ['makes a section of an empty body', '', `## Qualified?\n\n${list}`],
    [
      'goes before the log',
      'Notes.\n\n## Log\n\n- 2026-01-01 call\n',
      `Notes.\n\n## Qualified?\n\n${list}\n## Log\n\n- 2026-01-01 call\n`,
    ],
    [
      'is of the level and the style of the log',
      '### Log\n* 2026-01-01 call\n',
      `### Qualified?\n\n${list.replaceAll('- ', '* ')}\n### Log\n* 2026-01-01 call\n`,
    ],
    ['goes under the heading that is there', '# Bant\n\n# Next\n', `# Bant\n\n${list}\n# Next\n`],
    [
      'goes behind what stands there',
      '# Bant\nSome words.\n\n# Next\n',
      `# Bant\nSome words.\n\n${list}\n# Next\n`,
    ],
    ['goes before a heading that follows at once', '# Bant\n# Next\n', `# Bant\n\n${list}\n# Next\n`],
    [
      'adds only what is not there yet',
      '# Bant\n  * [x] budget confirmed\n    so she said\n\nMore.\n',
      '# Bant\n  * [x] budget confirmed\n    so she said\n  * [ ] We know who signs: one person\n\nMore.\n',
    ],
    [
      'goes on counting',
      '# Bant\n1. [ ] budget-confirmed\n',
      '# Bant\n1. [ ] budget-confirmed\n2. [ ] We know who signs: one person\n',
    ],
    [
      'does not go into a block that is never closed',
      '```\ncode\n',
      `## Qualified?\n\n${list}\n\`\`\`\ncode\n`,
    ],
    [
      'goes behind a block in a quote or a list that is not closed: that ends there',
      '> ```\n> code\n\n- a\n  ~~~\n  code\n',
      `> \`\`\`\n> code\n\n- a\n  ~~~\n  code\n\n## Qualified?\n\n${list}`,
    ],
    ['goes under a heading that is underlined', 'Bant\n---\n', `Bant\n---\n\n${list}`],
    ['is of the level of a log that is underlined', 'Log\n===\n', `# Qualified?\n\n${list}\nLog\n===\n`],
    [
      'is kept apart from text that would become a part of it',
      '# Bant\n- [x] budget confirmed\n  ```\nText.\n',
      '# Bant\n- [x] budget confirmed\n  ```\n- [ ] We know who signs: one person\n\nText.\n',
    ],
    ['is there already', `# Bant\n${list}`, `# Bant\n${list}`],
    ['keeps a last line without an end', 'Notes.', `Notes.\n\n## Qualified?\n\n${list.trimEnd()}`],
  ] as const) {
    it(what, () => assert.equal(insert(before), after));
  }

  it('has those ticked that are met', () => {
    assert.match(
      insert('', 'checks: [authority-known]\n'),
      /- \[ \] We know the budget\.\n- \[x\] We know who signs/,
    );
  });

  it('is found again under any label and with any text', () => {
    const words = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 30 });
    forAll(
      fc.tuple(
        words,
        fc.array(fc.record({ id: words, text: words }), { minLength: 1, maxLength: 4 }),
        styledFile,
      ),
      ([label, criteria, { text, stage }]) => {
        const own = makeProcess({
          stages: { [stage]: { label, exitCriteria: criteria.filter(({ id }) => /[a-z]{2}/.test(id)) } },
        });
        const before = readGood(text, own).deal;
        const after = applyEdits(text, insertChecklist(text, before, stage, own));
        assert.equal(applyEdits(after, insertChecklist(after, before, stage, own)), after, 'inserted twice');
        const ticked = after.replaceAll('[ ]', '[x]');
        for (const { id } of stageOf(own, stage).exitCriteria)
          assert.ok(readGood(ticked, own).deal.checks.includes(id), id);
        const lines = after.split('\n');
        for (const line of text.split('\n')) {
          const at = lines.indexOf(line);
          assert.ok(at >= 0 || text.endsWith(line), JSON.stringify(line));
          lines.splice(0, at + 1);
        }
      },
      60,
    );
  });

  it('leaves code, links and headings of any notes what they are, and is found again', () => {
    const section = fc.constantFrom(
      '',
      '# Bant\n',
      '## Bant\n- [x] budget-confirmed\n',
      'Bant\n---\n\n1. [ ] budget-confirmed',
      '## Log\n',
    );
    forAll(
      fc.tuple(markdown, section, markdown),
      ([above, own, below]) => {
        const text = withBody([above, own, below].filter(Boolean).join('\n\n'));
        const inserted = (before: string) =>
          applyEdits(
            before,
            insertChecklist(before, readGood(before, process).deal, 'qualification', process),
          );
        const after = inserted(text);
        assert.equal(inserted(after), after, 'inserted twice');
        const [before, now] = [readNotes(text), readNotes(after)];
        const codeIn = ({ lines }: Notes) =>
          lines
            .flatMap(({ leaf, text: words }) => (leaf?.kind === 'code' ? [words.trim()] : []))
            .filter(Boolean);
        assert.deepEqual(codeIn(now), codeIn(before));
        const linksOf = (notes: Notes) => linksIn(notes).map(({ written }) => written);
        assert.deepEqual(linksOf(now), linksOf(before));
        const gained = now.headings.length - before.headings.length;
        assert.ok(gained === 0 || gained === 1);
      },
      200,
    );
  });
});

describe('checking off a criterion', () => {
  const check = (text: string, wishes: Readonly<Record<string, boolean>>) => {
    const changed = changeDeal('a.md', text, process, opened =>
      checkOff(opened, text, process, new Map(Object.entries(wishes))),
    );
    assert.ok(changed.ok, JSON.stringify(changed));
    return changed.edited.text;
  };
  const items = '# Bant\n- [ ] We know the budget\n- [x] authority known\n';

  for (const [what, before, wishes, after] of [
    [
      'ticks it where it stands',
      withBody(items),
      { 'budget-confirmed': true },
      withBody(items.replace('[ ]', '[x]')),
    ],
    [
      'takes the tick away where it stands',
      withBody(items),
      { 'authority-known': false },
      withBody(items.replace('[x]', '[ ]')),
    ],
    [
      'adds it to `checks` where it is not in the notes',
      withBody(items, 'checks: [a]\n'),
      { presented: true },
      withBody(items, 'checks: [a, presented]\n'),
    ],
    [
      'begins `checks`',
      withBody(''),
      { presented: true, 'budget-confirmed': true },
      withBody('', 'checks:\n  - presented\n  - budget-confirmed\n'),
    ],
    [
      'takes it out of `checks`',
      withBody('', 'checks: [a, presented, b] # c\n'),
      { presented: false },
      withBody('', 'checks: [a, b] # c\n'),
    ],
    [
      'takes it out of lines',
      withBody('', 'checks:\n  - a\n  - presented # by Lee\n  - b\n'),
      { presented: false, a: false },
      withBody('', 'checks:\n  # by Lee\n  - b\n'),
    ],
    ['takes the last one out', withBody('', 'checks: [presented]\n'), { presented: false }, withBody('')],
    [
      'changes one text with commas',
      withBody('', 'checks: a, presented\n'),
      { presented: false, b: true },
      withBody('', "checks: 'a, b'\n"),
    ],
    [
      'puts one in the place of another',
      withBody('', 'checks:\n- "presented"\n'),
      { presented: false, b: true },
      withBody('', 'checks:\n- "b"\n'),
    ],
    [
      'takes both the tick and the id away',
      withBody(items, 'checks: [authority-known]\n'),
      { 'authority-known': false },
      withBody(items.replace('[x]', '[ ]')),
    ],
    [
      'leaves alone what is so already',
      withBody(items, 'checks: [a]\n'),
      { 'authority-known': true, a: true, presented: false },
      withBody(items, 'checks: [a]\n'),
    ],
  ] as const) {
    it(what, () => assert.equal(check(before, wishes), after));
  }

  it('makes of it what was wished, changes no other, and is taken back', () => {
    const ids = ['budget-confirmed', 'authority-known', 'presented'];
    const body = fc.constantFrom(
      '',
      '\n',
      items,
      items.replaceAll('\n', '\r\n'),
      '```\n# Bant\n- [ ] budget-confirmed\n```\n',
      '# Proposal\n1. [ ] presented\n# Bant\n+ [x] Budget confirmed\n+ [x] budget-confirmed',
    );
    const written = fc.constantFrom(
      '',
      'checks:\n',
      'checks: []\n',
      'checks: [presented, "a"]\n',
      'checks:\n  - a\n  - budget-confirmed\n',
      'checks: authority-known\n',
    );
    forAll(
      fc.tuple(body, written, fc.subarray(ids, { minLength: 1 }), fc.boolean()),
      ([notes, key, some, isMet]) => {
        const before = withBody(notes, key);
        const met = readGood(before, process).deal.checks;
        const after = check(before, Object.fromEntries(some.map(id => [id, isMet])));
        const now = readGood(after, process).deal.checks;
        for (const id of [...ids, 'a'])
          assert.equal(now.includes(id), some.includes(id) ? isMet : met.includes(id), id);
        const back = check(after, Object.fromEntries(ids.map(id => [id, met.includes(id)])));
        assert.deepEqual(readGood(back, process).deal.checks.toSorted(), met.toSorted());
      },
    );
  });
});
