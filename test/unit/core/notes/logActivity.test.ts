import assert from 'node:assert/strict';
import fc from 'fast-check';
import { linksIn } from '../../../../src/core/notes/links';
import { entriesIn, lastActivity, logSection } from '../../../../src/core/notes/log';
import type { CalendarDate } from '../../../../src/core/calendar';
import { logActivities, logActivity } from '../../../../src/core/notes/logActivity';
import type { Notes } from '../../../../src/core/notes/notes';
import { readNotes } from '../../../../src/core/notes/readNotes';
import { applyEdits } from '../../../../src/core/textEdit';
import { date, file } from '../../support/deals';
import { TODAY } from '../../support/edits';
import { forAll } from '../../support/property';
import { markdown } from './support/markdown';

const ENTRY = '- 2026-11-20 call: asked for a reference';

/** The body after an activity was logged. */
function logged(body: string): string {
  const before = file('stage: proposal', body);
  const head = before.slice(0, before.length - body.length);
  const after = applyEdits(before, logActivity(before, TODAY, 'call: asked for a reference'));
  assert.ok(after.startsWith(head));
  return after.slice(head.length);
}

describe('an activity is logged', () => {
  for (const [what, before, after] of [
    ['in a section of its own', 'Notes.\n', `Notes.\n\n## Log\n\n${ENTRY}\n`],
    ['where there are no notes', '', `\n## Log\n\n${ENTRY}\n`],
    ['behind a blank last line', 'Notes.\n\n', `Notes.\n\n## Log\n\n${ENTRY}\n`],
    ['where the last line has no end', 'Notes.', `Notes.\n\n## Log\n\n${ENTRY}`],
    ['in an empty section', '## Log\n', `## Log\n\n${ENTRY}\n`],
    ['in an empty section that ends the file', '## Log', `## Log\n\n${ENTRY}`],
    ['in a section with a blank line', '## Log\n\n', `## Log\n\n${ENTRY}\n`],
    ['in an empty section before another', '## Log\n\n## Contacts\n', `## Log\n\n${ENTRY}\n\n## Contacts\n`],
    ['between two headings', '## Log\n## Contacts\n', `## Log\n\n${ENTRY}\n\n## Contacts\n`],
    ['above other text of the section', '## Log\nSee below.\n', `## Log\n\n${ENTRY}\n\nSee below.\n`],
    [
      'apart from other text, though another section has a list',
      '## Log\nSee below.\n\n## Plan\n- x\n',
      `## Log\n\n${ENTRY}\n\nSee below.\n\n## Plan\n- x\n`,
    ],
    ['above a second blank line', '## Log\n\n  \nText.\n', `## Log\n\n${ENTRY}\n  \nText.\n`],
    [
      'in an empty section before one that stands in',
      '## Log\n\n  ## Plan\n',
      `## Log\n\n-  ${ENTRY.slice(2)}\n\n  ## Plan\n`,
    ],
    ['behind text that stands in', '## Log\n  Text\n  \n', `## Log\n  Text\n\n${ENTRY}\n  \n`],
    ['behind text that stands in and ends the file', '## Log\n  Text', `## Log\n  Text\n\n${ENTRY}`],
    [
      'behind text that stands in, before another section',
      '## Log\n  Text\n## Plan\n',
      `## Log\n  Text\n\n${ENTRY}\n\n## Plan\n`,
    ],
    ['above items without a date', '## Log\n\n- call\n', `## Log\n\n${ENTRY}\n- call\n`],
    ['above the only one', '## Log\n\n- 2026-11-18 a\n', `## Log\n\n${ENTRY}\n- 2026-11-18 a\n`],
    [
      'above those that have the newest first',
      '## Log\n- 2026-11-18 a\n- 2026-11-02 b\n',
      `## Log\n${ENTRY}\n- 2026-11-18 a\n- 2026-11-02 b\n`,
    ],
    [
      'below those that have the newest last',
      '## Log\n- 2026-11-02 a\n- 2026-11-18 b\n\n## Contacts\n',
      `## Log\n- 2026-11-02 a\n- 2026-11-18 b\n${ENTRY}\n\n## Contacts\n`,
    ],
    [
      'between a later and an earlier day',
      '## Log\n\n- 2026-11-29 a\n- 2026-11-22 b\n  more\n- 2026-11-01 c\n',
      `## Log\n\n- 2026-11-29 a\n- 2026-11-22 b\n  more\n${ENTRY}\n- 2026-11-01 c\n`,
    ],
    [
      'between an earlier and a later day',
      '## Log\n- 2026-11-01 a\n\n- 2026-11-29 b\n',
      `## Log\n- 2026-11-01 a\n${ENTRY}\n\n- 2026-11-29 b\n`,
    ],
    [
      'below the only one, of a later day',
      '## Log\n\n- 2026-11-29 a\n',
      `## Log\n\n- 2026-11-29 a\n${ENTRY}\n`,
    ],
    [
      'above the others where one stands out of order',
      '## Log\n- 2026-11-05 x\n- 2026-11-18 a\n- 2026-11-10 b\n- 2026-11-01 c\n',
      `## Log\n${ENTRY}\n- 2026-11-05 x\n- 2026-11-18 a\n- 2026-11-10 b\n- 2026-11-01 c\n`,
    ],
    [
      'below what belongs to the last',
      '## Log\n- 2026-11-02 a\n- 2026-11-18 b\ngoes on\n  - 2026-11-01 nested\n\n  ```\n  x\n  ```\n\nText.\n',
      `## Log\n- 2026-11-02 a\n- 2026-11-18 b\ngoes on\n  - 2026-11-01 nested\n\n  \`\`\`\n  x\n  \`\`\`\n${ENTRY}\n\nText.\n`,
    ],
    [
      'below the last where that has no line end',
      '## Log\n- 2026-11-02 a\n- 2026-11-18 b',
      `## Log\n- 2026-11-02 a\n- 2026-11-18 b\n${ENTRY}`,
    ],
    [
      'with the bullets of the list',
      '### LOG ###\n\n *  2026-11-18 a\n',
      `### LOG ###\n\n *  ${ENTRY.slice(2)}\n *  2026-11-18 a\n`,
    ],
    [
      'in the section, not in code or a comment that shows one',
      '```\n## Log\n```\n<!--\n## Log\n-->\n\n## Log\n\n```\n- 2026-01-01 x\n```\n',
      `\`\`\`\n## Log\n\`\`\`\n<!--\n## Log\n-->\n\n## Log\n\n${ENTRY}\n\n\`\`\`\n- 2026-01-01 x\n\`\`\`\n`,
    ],
    [
      'behind code in a quote or a list that is never closed: that ends there',
      '> ```\n> x\n\n- a\n  ~~~\n  x\n',
      `> \`\`\`\n> x\n\n- a\n  ~~~\n  x\n\n## Log\n\n${ENTRY}\n`,
    ],
    ['below a heading that is underlined', 'Log\n---\n', `Log\n---\n\n${ENTRY}\n`],
    ['below one with text', 'Activity log\n===\nText.\n', `Activity log\n===\n\n${ENTRY}\n\nText.\n`],
    [
      'not among the lines of a quote',
      '## Log\n> - 2026-11-02 a\n',
      `## Log\n\n${ENTRY}\n\n> - 2026-11-02 a\n`,
    ],
    [
      'above code that is never closed',
      'Notes.\n~~~\n```\nx\n',
      `Notes.\n\n## Log\n\n${ENTRY}\n\n~~~\n\`\`\`\nx\n`,
    ],
    [
      'above code that is never closed and ends with a blank line',
      'Notes.\n~~~\nx\n\n',
      `Notes.\n\n## Log\n\n${ENTRY}\n\n~~~\nx\n\n`,
    ],
    [
      'below code that ends with the last, and apart from the text that follows at once',
      '## Log\n- 2026-11-02 a\n- 2026-11-18 b\n  ```\nx\n',
      `## Log\n- 2026-11-02 a\n- 2026-11-18 b\n  \`\`\`\n${ENTRY}\n\nx\n`,
    ],
  ] as const) {
    it(what, () => {
      assert.equal(logged(before), after);
      const source = file('stage: proposal', before).replaceAll('\n', '\r\n');
      assert.equal(
        applyEdits(source, logActivity(source, TODAY, 'call: asked for a reference')),
        file('stage: proposal', after).replaceAll('\n', '\r\n'),
      );
    });
  }

  it('in an order that stays what it was, whatever is logged', () => {
    const day = fc
      .integer({ min: 1, max: 28 })
      .map(number => date(`2026-11-${String(number).padStart(2, '0')}`));
    const more = fc.constantFrom('', '', '', '  more\n', '  - 2026-01-01 nested\n', '\n');
    const log = fc.tuple(
      fc.boolean(),
      fc.array(day, { maxLength: 6 }),
      fc.array(more, { minLength: 6, maxLength: 6 }),
      fc.constantFrom('', '\nText.\n', '\n## More\n'),
    );
    forAll(
      fc.tuple(log, fc.array(day, { minLength: 1, maxLength: 6 })),
      ([[isUp, days, below, end], logged]) => {
        const inOrder = (some: readonly string[], up: boolean) =>
          up ? some.toSorted() : some.toSorted().reverse();
        const items = inOrder(days, isUp).map((on, index) => `- ${on} x\n${below[index]}`);
        let text = file('stage: proposal', `## Log\n\n${items.join('')}${end}`);
        const runsUp = isUp && new Set(days).size > 1;
        for (const on of logged) {
          text = applyEdits(text, logActivity(text, on, 'mark'));
          const notes = readNotes(text);
          const dates = entriesIn(notes, logSection(notes)!).map(one => one.date);
          assert.deepEqual(dates, inOrder(dates, runsUp), text);
        }
      },
    );
  });

  it('in one line, whatever was typed', () => {
    const text = file('stage: proposal');
    const [edit] = logActivity(text, TODAY, ' a\r\n## b\t c ');
    assert.equal(edit!.text, '\n## Log\n\n- 2026-11-20 a ## b c\n');
  });

  it('behind a front matter that ends the file without a line end', () => {
    const text = '---\nstage: proposal\n---';
    assert.equal(applyEdits(text, logActivity(text, TODAY, 'x')), `${text}\n\n## Log\n\n- 2026-11-20 x`);
  });

  it('and nothing but lines are added, outside of code', () => {
    const line = fc.constantFrom(
      ...['', 'Text', '## Log', '# Log', '## More', '- 2026-11-18 a', '- 2026-11-02 b', '* 2026-11-02 c'],
      ...[
        '  - 2026-11-03 d',
        '  more',
        '```',
        '~~~',
        '  ```',
        '<!--',
        '-->',
        '- item',
        '> quote',
        '\ttab',
        '---',
      ],
    );
    const body = fc.tuple(
      fc.array(fc.tuple(line, fc.constantFrom('\n', '\r\n')), { maxLength: 14 }),
      fc.constantFrom('', 'end'),
    );
    forAll(
      body,
      ([lines, last]) => {
        const text = file('stage: proposal', lines.flat().join('') + last);
        const edits = logActivity(text, TODAY, 'mark');
        assert.equal(edits.length, 1);
        const [{ start, end, text: added }] = edits as [(typeof edits)[0]];
        assert.equal(start, end);
        const isLineStart = text[start - 1] === '\n';
        assert.ok(isLineStart || start === text.length, 'splits a line');
        assert.match(
          added,
          isLineStart
            ? /^(?:\r?\n)?(?:## Log\r?\n\r?\n)?( {0,3})[-*] {1,4}2026-11-20 mark(\r?\n){1,2}$/
            : /^\r?\n(?:\r?\n)?(?:## Log\r?\n\r?\n)?( {0,3})[-*] {1,4}2026-11-20 mark$/,
        );
        const after = applyEdits(text, edits);
        const again = logActivity(after, TODAY, 'mark');
        assert.doesNotMatch(again[0]!.text, /## Log/, 'the section is found again');
      },
      1000,
    );
  });

  it('is the last activity of any notes, and leaves code, links and headings what they are', () => {
    const section = fc.constantFrom(
      '',
      '',
      '# Log\n',
      '## Log\n\n',
      '## Log\n- 2026-01-02 a\n',
      'Log\n---\n- 2026-01-02 a\n- 2026-02-02 b\n',
    );
    forAll(
      fc.tuple(markdown, section, markdown),
      ([above, log, below]) => {
        const text = file('stage: proposal', [above, log, below].filter(Boolean).join('\n\n'));
        const after = applyEdits(text, logActivity(text, TODAY, 'mark'));
        const [before, now] = [readNotes(text), readNotes(after)];
        assert.deepEqual(lastActivity(now), { on: TODAY, what: 'mark' });
        const codeIn = ({ lines }: Notes) =>
          lines
            .flatMap(({ leaf, text: words }) => (leaf?.kind === 'code' ? [words.trim()] : []))
            .filter(Boolean);
        assert.deepEqual(codeIn(now), codeIn(before));
        const linksOf = (notes: Notes) => linksIn(notes).map(({ written }) => written);
        assert.deepEqual(linksOf(now), linksOf(before));
        const titlesOf = ({ headings }: Notes) => headings.map(({ title }) => title);
        const isNew = !logSection(before);
        assert.deepEqual(
          isNew ? titlesOf(now).toSpliced(titlesOf(now).lastIndexOf('Log'), 1) : titlesOf(now),
          titlesOf(before),
        );
      },
      300,
    );
  });
});

describe('many activities are logged', () => {
  const day = fc.integer({ min: 1, max: 9 }).map(one => `2026-11-0${one}` as CalendarDate);
  const activity = fc.record({
    on: day,
    what: fc.constantFrom('call', 'note: two sites', 'mail'),
    below: fc.constantFrom([], ['', 'A long text.', '', 'Its end.']),
  });
  const section = fc.constantFrom(
    '',
    '## Log\n',
    '## Log\n\nSee below.\n',
    '## Log\n- 2026-11-04 a\n',
    '## Log\n* 2026-11-02 a\n* 2026-11-05 b\n  - sub\n* 2026-11-03 c\n\n## More\n',
    '## Log\n\n- 2026-11-07 a\n\n- 2026-11-03 b\n\nA paragraph.\n',
  );

  it('as if one were logged after the other', () => {
    forAll(
      fc.tuple(fc.constantFrom('', 'Notes.\n\n'), section, fc.array(activity, { maxLength: 8 })),
      ([above, log, activities]) => {
        const text = file('stage: proposal', above + log);
        const inOrder = activities.toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
        const singly = inOrder.reduce((now, one) => logActivities(now, [one]), text);
        assert.equal(logActivities(text, inOrder), singly);
        const [one] = inOrder;
        if (one && !one.below.length)
          assert.equal(logActivities(text, [one]), applyEdits(text, logActivity(text, one.on, one.what)));
      },
      400,
    );
  });
});
