import assert from 'node:assert/strict';
import fc from 'fast-check';
import { fixAll } from '../../../../../src/core/deal/fixes/fixAll';
import { readMoney } from '../../../../../src/core/deal/saidMoney';
import { parseFrontMatter } from '../../../../../src/core/frontMatter/parse';
import { isCurrencyCode } from '../../../../../src/core/money';
import { readDate } from '../../../../../src/core/peopleDates';
import { makeProcess } from '../../../../../src/core/process/process';
import { applyEdits } from '../../../../../src/core/textEdit';
import { date } from '../../../support/deals';
import { assertEnough, forAll } from '../../../support/property';

const TODAY = date('2026-11-20');

function fixed(text: string, currency: string | undefined): string {
  const process = makeProcess(currency === undefined ? {} : { currency });
  return applyEdits(text, fixAll({ path: 'a.md', text, process, today: TODAY }).edits);
}

function dataOf(text: string): Record<string, unknown> | undefined {
  const parsed = parseFrontMatter(text);
  return parsed.kind === 'found' ? { ...parsed.data } : undefined;
}

/** What stands behind keys that are read by readers of our own: each may be written in many ways. */
const SAID = {
  value: [
    ...[
      '48k',
      '$48k',
      '48 000 EUR',
      '5 mln',
      '5 mil',
      '5 mld',
      '48k ARR',
      'net 500',
      '~50k',
      '0.500',
      '1.500',
      '007',
    ],
    ...[
      '₹1,23,456',
      '5 lakh',
      "1'200.-",
      '30k/yr',
      '12 x 400',
      'kr 500',
      '¥1000',
      '£5',
      '5M',
      '48000 Euro',
      '€48',
    ],
  ],
  currency: ['€', '$', 'kr', 'Euro', 'dollars', 'EUO', 'ARR', 'usd', 'EUR', '£'],
  close_date: [
    ...[
      '2026-12',
      '202612',
      '18.12.2026',
      '1/2/27',
      '5.12.26',
      'december',
      'friday',
      'end of feb',
      '46009.5',
      '5/6',
    ],
    ...['2026-12-18T00:00:00Z', '20261218', '2026-02-30', 'q1', '12.10', '2027-W01', '31.12.'],
  ],
  probability: ['60%', '0.6', '1', '60 %', '62.5%', 'half'],
};
const LINES = [
  ...[
    'owner: dana',
    'title: Acme: scanners',
    'title: "5 # 6" # seven',
    'tags: [a, b]',
    'note: |\n  One.\n\n  Two: 2.\n  # no comment',
  ],
  ...[
    'contacts:\n  - {name: R. Lee}',
    'owner:dana',
    '# a comment',
    'po: 0012',
    'next_step: >\n  Call\n\n  - them',
  ],
  ...['source: fair:\tyes', 'checks:\n- a\n- b'],
];
const said = fc.oneof(
  ...Object.entries(SAID).map(([key, values]) =>
    fc
      .constantFrom(...values)
      .chain(value => fc.constantFrom(`${key}: ${value}`, `${key}: ${JSON.stringify(value)}`)),
  ),
);
const head = fc
  .uniqueArray(fc.oneof(said, said, fc.constantFrom(...LINES)), {
    maxLength: 6,
    selector: line => /^[\w#]+/.exec(line)![0],
  })
  .map(lines => ['stage: proposal', ...lines].join('\n'));

describe('all safe fixes of any front matter', () => {
  it('write what stood there, in the only way to read it, and nothing else', () => {
    let changed = 0;
    forAll(
      fc.tuple(head, fc.constantFrom(undefined, 'EUR', 'USD', 'SEK')),
      ([lines, teams]) => {
        const text = `---\n${lines}\n---\nNotes: as they are\n`;
        const before = dataOf(text);
        const after = fixed(text, teams);
        assert.ok(after.endsWith('\n---\nNotes: as they are\n'));
        const now = dataOf(after);
        if (after === text || !before || !now) return;
        changed++;
        const own = isCurrencyCode(String(before['currency'])) ? String(before['currency']) : teams;
        for (const key of new Set([...Object.keys(before), ...Object.keys(now)])) {
          const was: unknown = before[key];
          const is: unknown = now[key];
          if (JSON.stringify(was) === JSON.stringify(is)) continue;
          const what = `${text}\n${after}`;
          if (key === 'value') {
            const money = readMoney(String(was), own)!;
            assert.deepEqual([money.amount, money.mayBe], [is, undefined], what);
            assert.ok(money.currency === undefined || money.currency === (now['currency'] ?? own), what);
          } else if (key === 'currency') {
            const typed: string = was === undefined ? String(before['value']) : `5 ${String(was)}`;
            assert.equal(readMoney(typed, own)?.currency, is, what);
          } else if (key === 'close_date') {
            assert.match(String(was), /\d{4}.*\d\d.*\d\d|\d\d.*\d\d.*\d{4}/, what);
            assert.equal(readDate(String(was).slice(0, 10), TODAY, 'de'), is, what);
          } else if (key === 'probability') {
            assert.equal(`${String(is)}%`, String(was).replace(' ', ''), what);
          } else assert.fail(`${key}\n${what}`);
        }
      },
      1500,
    );
    assertEnough(changed, 100);
  });

  it('close it only where nothing that stood in it, or below it, comes to stand elsewhere', () => {
    const body = fc.constantFrom(
      ...[
        '',
        '\nNotes.\n',
        '\nMet twice.\n\nAnd again.\n',
        '\n# Notes\n',
        '\nNote: call\n',
        'Notes.\n',
        '\n- one\n',
        '\n  indented\n',
      ],
    );
    let closed = 0;
    forAll(
      fc.tuple(head, body, fc.constantFrom('\n', '\r\n')),
      ([lines, notes, eol]) => {
        const meant = dataOf(`---\n${lines}\n---\n`);
        const text = `---\n${lines}\n${notes}`.replaceAll('\n', eol);
        const after = fixed(text, undefined);
        if (after === text || !meant) return;
        closed++;
        // Other fixes may have been made as well; the keys are the same, and what they don't touch.
        const now = dataOf(after)!;
        const others = (data: Record<string, unknown>) =>
          Object.fromEntries(Object.entries(data).filter(([key]) => !Object.hasOwn(SAID, key)));
        assert.deepEqual(others(now), JSON.parse(JSON.stringify(others(meant))), `${text}\n${after}`);
        assert.ok(after.endsWith(notes.replaceAll('\n', eol)), after);
      },
      1000,
    );
    assertEnough(closed, 100);
  });

  it('leave a text with a blank line in it whole', () => {
    const text = '---\ntitle: A\nstage: proposal\nlost_note: |\n  They liked it.\n\n  The board did not.\n';
    assert.equal(fixed(`${text}\nMet twice.\n`, undefined), `${text}\nMet twice.\n`);
    const more = `${text}owner: dana\n\nMet twice.\n`;
    assert.equal(fixed(more, undefined), more.replace('dana\n', 'dana\n---\n'));
  });
});
