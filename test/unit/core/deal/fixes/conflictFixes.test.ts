import assert from 'node:assert/strict';
import fc from 'fast-check';
import { diagnose } from '../../../../../src/core/deal/fixes/fixes';
import { STAGE_IDS } from '../../../../../src/core/process/stages';
import { applyEdits } from '../../../../../src/core/textEdit';
import { file } from '../../../support/deals';
import { forAll } from '../../../support/property';
import { offered, patient } from './support/offered';

const conflict = (first: string, second: string, [one, other] = [' HEAD', ' tom']) =>
  `<<<<<<<${one}\n${first}\n=======\n${second}\n>>>>>>>${other}`;
const offers = (text: string) => offered(text, 'conflict-markers');

describe('a conflict in what a deal is', () => {
  const HISTORY = 'history:\n  - {on: 2026-11-01, stage: negotiation}';
  const lost = '  - {on: 2026-11-18, status: lost, reason: price}';
  const closing = '  - {on: 2026-11-15, stage: closing}';
  const text = file(
    [
      conflict('stage: negotiation\nstatus: lost', 'stage: closing\nstatus: open'),
      'closed_on: 2026-11-18\nlost_reason: price',
      HISTORY,
      conflict(lost, closing),
    ].join('\n'),
  );
  const asLost = `stage: negotiation\nstatus: lost\nclosed_on: 2026-11-18\nlost_reason: price\n${HISTORY}\n`;
  const asOpen = `stage: closing\nstatus: open\n${HISTORY}\n`;

  it('is settled by what the deal is, and what the other side leaves behind goes', () => {
    assert.deepEqual(offers(text), [
      ['Lost, in Objections and negotiations (HEAD)', 'offered', file(asLost + lost)],
      ['Open, in Closing (tom’s side)', 'offered', file(asOpen + closing)],
      [
        'Lost, in Objections and negotiations (HEAD), with the history of both',
        'offered',
        file(`${asLost}${closing}\n${lost}`),
      ],
      [
        'Open, in Closing (tom’s side), with the history of both',
        'offered',
        file(`${asOpen}${closing}\n${lost}`),
      ],
    ]);
  });

  it('has the history of both first, where that goes together', () => {
    const before = '  - {on: 2026-11-10, stage: proposal}';
    const moved = file(
      `${conflict('stage: closing', 'stage: proposal')}\nhistory:\n${conflict(closing, before)}`,
    );
    const titles = offers(moved).map(([title, , after]) => [title, after]);
    assert.deepEqual(titles.slice(0, 2), [
      [
        'Open, in Closing (HEAD), with the history of both',
        file(`stage: closing\nhistory:\n${before}\n${closing}`),
      ],
      ['Open, in Closing (HEAD)', file(`stage: closing\nhistory:\n${closing}`)],
    ]);
  });

  it('leaves those in the notes for themselves', () => {
    const notes = `Notes.\n${conflict('- a', '- b')}\n`;
    const both = file(conflict('stage: closing', 'stage: proposal'), notes);
    assert.deepEqual(offers(both), [
      ['Open, in Closing (HEAD)', 'offered', file('stage: closing', notes)],
      ['Open, in Proposal (tom’s side)', 'offered', file('stage: proposal', notes)],
    ]);
    assert.deepEqual(offers(file('stage: closing', notes)), [
      ['Keep both sides', 'preferred', file('stage: closing', 'Notes.\n- a\n- b\n')],
      ['Keep the first side “HEAD”', 'offered', file('stage: closing', 'Notes.\n- a\n')],
      ['Keep the second side “tom”', 'offered', file('stage: closing', 'Notes.\n- b\n')],
    ]);
  });

  it('of whole files is settled by one of them', () => {
    const text = `${conflict(file('stage: closing').trimEnd(), file('stage: proposal').trimEnd())}\n`;
    assert.deepEqual(offers(text), [
      ['Open, in Closing (HEAD)', 'offered', file('stage: closing')],
      ['Open, in Proposal (tom’s side)', 'offered', file('stage: proposal')],
    ]);
  });

  it('has the names that git gives, or the order', () => {
    const titles = (names: [string, string]) =>
      offers(file(conflict('stage: closing', 'stage: proposal', names))).map(([title]) => title);
    assert.deepEqual(titles(['', '']), ['Open, in Closing (first side)', 'Open, in Proposal (second side)']);
    assert.deepEqual(titles([' Updated upstream', ' 1a2b3c4 (Sent it)']), [
      'Open, in Closing (Updated upstream)',
      'Open, in Proposal (1a2b3c4 (Sent it))',
    ]);
  });
});

describe('a conflict in something else of a deal', () => {
  const head = (first: string, second: string, before = 'stage: closing') =>
    file(`${before}\n${conflict(first, second)}`);
  for (const [what, text, expected] of [
    [
      'one value',
      head('value: 5', 'value: 6'),
      [
        ['Keep “value: 5” (HEAD)', 'offered', file('stage: closing\nvalue: 5')],
        ['Keep “value: 6” (tom’s side)', 'offered', file('stage: closing\nvalue: 6')],
      ],
    ],
    [
      'two keys',
      head('value: 5', 'owner: a'),
      [
        ['Keep both sides', 'offered', file('stage: closing\nvalue: 5\nowner: a')],
        ['Keep “value: 5” (HEAD)', 'offered', file('stage: closing\nvalue: 5')],
        ['Keep “owner: a” (tom’s side)', 'offered', file('stage: closing\nowner: a')],
      ],
    ],
    [
      'the history',
      head(
        '  - {on: 2026-11-19, stage: closing}',
        '  - {on: 2026-11-15, stage: proposal}',
        'stage: closing\nhistory:',
      ),
      [
        [
          'Keep the history of both sides, by date',
          'preferred',
          file(
            'stage: closing\nhistory:\n  - {on: 2026-11-15, stage: proposal}\n  - {on: 2026-11-19, stage: closing}',
          ),
        ],
      ],
    ],
  ] as const) {
    it(`is settled by ${what}`, () => assert.deepEqual(offers(text).slice(0, expected.length), expected));
  }
});

describe('any conflict about stage and status', () => {
  const deal = fc.record({
    stage: fc.constantFrom(...STAGE_IDS),
    status: fc.constantFrom('open', 'won', 'lost'),
  });
  it('is gone by each of its fixes, with no key twice and no line of the notes lost', () =>
    forAll(fc.tuple(deal, deal), ([a, b]) => {
      if (a.stage === b.stage && a.status === b.status) return;
      const side = ({ stage, status }: typeof a) => `stage: ${stage}\nstatus: ${status}`;
      const text = file(`title: A\n${conflict(side(a), side(b))}\nclosed_on: 2026-11-01\nlost_reason: price`);
      const { problems, fixesOf } = diagnose(patient(text));
      const fixes = fixesOf(problems[0]!);
      assert.equal(fixes.length, 2);
      for (const { edits } of fixes) {
        const after = applyEdits(text, edits);
        const codes = diagnose(patient(after)).problems.map(({ code }) => code);
        for (const code of [
          'conflict-markers',
          'duplicate-key',
          'open-with-outcome',
          'won-with-lost-reason',
        ] as const)
          assert.ok(!codes.includes(code), `${code}\n${after}`);
        assert.ok(after.endsWith('---\nNotes.\n'));
      }
    }));
});
