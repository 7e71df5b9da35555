import assert from 'node:assert/strict';
import fc from 'fast-check';
import { lastActivity, mayHaveLog } from '../../../../src/core/notes/log';
import { logActivity } from '../../../../src/core/notes/logActivity';
import { readNotes } from '../../../../src/core/notes/readNotes';
import { applyEdits } from '../../../../src/core/textEdit';
import { lastTouch } from '../../../../src/core/deal/deal';
import { rewindDeal } from '../../../../src/core/deal/rewind';
import { date, file, readGood } from '../../support/deals';
import { forAll } from '../../support/property';

const last = (text: string) => (mayHaveLog(text, 0) ? lastActivity(readNotes(text, 0)) : undefined);
const said = (text: string) => {
  const found = last(text);
  return found && `${found.on} ${found.what}`;
};

describe('a line of the log', () => {
  for (const line of [
    '- [[2026-11-20]] call',
    '- [[2026-11-20|Friday]] call',
    '- [2026-11-20](daily.md) call',
    '- [2026-11-20] call',
    '- (2026-11-20) call',
    '- **2026-11-20** call',
    '- **2026-11-20:** call',
    '- __2026-11-20__: call',
    '- *2026-11-20* \u2014 call',
    '- `2026-11-20` call',
    '- [x] 2026-11-20 call',
    '- [X] **2026-11-20** call',
    '- 2026-11-20: call',
    '- 2026-11-20 \u2013 call',
    '- 2026-11-20 - call',
    '- 20.11.2026 call',
    '- 20.11.2026: call',
    '- 20/11/2026 call',
    '- 11/20/2026 call',
    '- 2026/11/20 call',
    '- 2026.11.20 call',
    '1. 2026-11-20 call',
    '2026-11-20 call',
    '**2026-11-20** call',
    '### 2026-11-20\n\ncall',
    '### 2026-11-20\n- call',
    '### 2026-11-20 call\n\nMore.',
    '### [[2026-11-20]]:\ncall',
  ])
    it(`may say its day so: ${JSON.stringify(line)}`, () =>
      assert.equal(said(`## Log\n\n- 2026-11-02 mail\n\n${line}\n`), '2026-11-20 call'));

  for (const line of [
    '- [ ] 2026-11-20 call',
    '- ~~2026-11-20~~ call',
    '- 10/11/2026 call',
    '- 31.11.2026 call',
    '- 2026-11-201 call',
    '- 120.11.2026 call',
    '- 20.11.20266 call',
    '- call on 2026-11-20',
    '> 2026-11-20 call',
    '    2026-11-20 call',
    'We meet on\n2026-11-20 at noon.',
    '```\n2026-11-20 call\n```',
    '<!-- 2026-11-20 call -->',
    '## 2026-11-20\ncall',
  ])
    it(`has no day that was: ${JSON.stringify(line)}`, () =>
      assert.equal(said(`## Log\n\n- 2026-11-02 mail\n\n${line}\n`), '2026-11-02 mail'));

  it('may be one of several in a paragraph', () => {
    assert.equal(
      said('## Log\n2026-11-02 mail\n2026-11-20 call\nlong\n2026-11-25 at noon'),
      '2026-11-20 call',
    );
    assert.equal(said('## Log\n2026-11-20 call\n2026-11-02 mail\n'), '2026-11-20 call');
  });

  it('has the words of no other heading', () =>
    assert.equal(said('## Log\n### 2026-11-20\n## Plan\ncall\n'), '2026-11-20 '));
});

it('an activity that is only planned hides none that was, on any day', () => {
  const body = '## Log\n\n- 2026-12-10 workshop\n- [x] 2026-11-20 call\n\n### 2026-09-01\n\nMail\n';
  const { deal } = readGood(file('title: A\nstage: proposal\ncreated: 2026-01-01', body));
  assert.equal(deal.lastActivity?.on, '2026-12-10');
  for (const [today, touched] of [
    ['2026-12-12', '2026-12-10'],
    ['2026-11-29', '2026-11-20'],
    ['2026-10-01', '2026-09-01'],
    ['2026-08-01', '2026-01-01'],
  ] as const) {
    assert.equal(lastTouch(deal, date(today)), touched);
    assert.equal(lastTouch(rewindDeal(deal, date(today))!, date(today)), touched);
  }
});

describe('a log', () => {
  for (const [what, text, expected] of [
    ['may be in two parts', '## Log (2026)\n- 2026-11-20 a\n## Log (2025)\n- 2025-12-30 b\n', '2026-11-20 a'],
    [
      'may have its newest part last',
      '## Log (2025)\n- 2025-12-30 b\n## Log (2026)\n- 2026-11-20 a',
      '2026-11-20 a',
    ],
    [
      'is not what is planned, where there is one',
      '## Activities\n- 2026-12-20 a\n## Log\n- 2026-11-20 b',
      '2026-11-20 b',
    ],
    ['may be empty, and be called otherwise', '## Log\n## Activities\n- 2026-11-20 b', '2026-11-20 b'],
    ['is no word of the company', '## Activity\n\nMachines.\n', undefined],
  ] as const)
    it(what, () => assert.equal(said(text), expected));

  it('is begun beside what is no log', () => {
    const text = '## Activity\n\nMachines.\n';
    const logged = applyEdits(text, logActivity(text, date('2026-11-20'), 'call'));
    assert.equal(logged, `${text}\n## Log\n\n- 2026-11-20 call\n`);
  });

  it('has what was just logged as its last, in the style of its neighbours', () => {
    const line = fc.constantFrom(
      ...['- **2026-11-02** a', '- [x] 2026-11-19 b', '- 20.11.2026 c', '### 2026-11-18', '1. 2026-11-20 d'],
      ...['2026-11-20 e', '2026-11-19 f', '', 'text', '> 2026-11-20 q', '- [[2026-11-20]] g', '## Logs'],
    );
    const heading = fc.constantFrom('## Log', '## Logs', '# Activity', '## Activities (all)');
    forAll(fc.tuple(heading, fc.array(line, { maxLength: 12 })), ([head, lines]) => {
      const text = [head, ...lines, ''].join('\n');
      const logged = applyEdits(text, logActivity(text, date('2026-11-21'), 'call'));
      assert.equal(said(logged), '2026-11-21 call');
      const before = text.split('\n').filter(Boolean);
      assert.deepEqual(
        logged.split('\n').filter(one => before.includes(one)),
        before,
      );
    });
  });

  it('takes no time to read, however long its lines are', () => {
    for (const one of ['[', '*', '(', '2026-', '1.', '|'])
      assert.equal(
        said(`## Log\n- ${one.repeat(200_000)}\n- [[2026-11-20${one.repeat(200_000)}`)?.slice(0, 10),
        one === '2026-' ? undefined : said(`## Log\n- [[2026-11-20${one}`)?.slice(0, 10),
      );
  });
});
