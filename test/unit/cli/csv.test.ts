import assert from 'node:assert/strict';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { dealsAsCsv } from '../../../src/core/text/dealTable';
import { date, makeDeal } from '../support/deals';
import { HOSTILE, UNSAFE, wellFormed } from '../support/hostile';
import { forAll } from '../support/property';
import { run } from './support/cli';
import { deal, openDeal, temporaryFolder } from './support/folder';

/** Where scripts find what they read; a column that is new stands behind these. */
const HEADINGS =
  'path,title,account,owner,stage,status,amount,currency,probability,created,close_date,closed_on,next_step,next_step_on,lost_reason,days_in_stage';

const STARTS_WITH_HEADINGS = new RegExp(`^${HEADINGS}(,|$)`);

/** What a spreadsheet would work out, also behind blanks and characters that nobody sees. */
const FORMULA = /^[\s\p{Cf}]*[=+\-@＝＋－＠]/u;

const TODAY = date('2026-11-20');

/** The cells of a CSV file, by another library than the one that wrote it. */
function cellsOf(csv: string): string[][] {
  return parse(csv, { relax_column_count: false });
}

/** What a text becomes in a cell: without what steers a program; and without the guard. */
const plain = (text: string) => wellFormed(text).replace(/[\p{Cc}\p{Bidi_Control}\u2028\u2029]/gu, ' ');
const unguarded = (cell: string) => cell.replace(/(^|;)'+(?=[\s\p{Cf}]*[=+\-@＝＋－＠])/gu, '$1');

describe('list --csv', () => {
  const folder = temporaryFolder();

  it('prints each deal as a line, with what its file says', async () => {
    folder.write(
      'deals/acme.md',
      deal(
        'title: Acme, "warehouse" scanners',
        'account: Acme Corp',
        'owner: dana',
        'stage: proposal',
        'value: 48000.5',
        'currency: EUR',
        'probability: 60',
        'created: 2026-01-05',
        'history: [{on: 2026-01-05, stage: proposal}]',
        'close_date: 2026-12-18',
        'next_step: Send the quote',
        'next_step_on: 2026-11-30',
      ),
    );
    folder.write(
      'deals/beta.md',
      deal('stage: closing', 'status: lost', 'value: 0', 'closed_on: 2026-02-01', 'lost_reason: price'),
    );
    folder.write('deals/note.md', 'No deal.\n');
    const { code, out, err } = await run(folder.root, ['list', '--csv']);
    assert.deepEqual({ code, err }, { code: 0, err: '' });
    const [headings, acme, beta, end] = out.split('\r\n');
    assert.match(headings!, STARTS_WITH_HEADINGS);
    assert.match(
      acme!,
      /^acme\.md,"Acme, ""warehouse"" scanners",Acme Corp,dana,proposal,open,48000\.5,EUR,60,2026-01-05,2026-12-18,,Send the quote,2026-11-30,,\d+(,|$)/,
    );
    assert.match(beta!, /^beta\.md,beta,,,closing,lost,0,,,,,2026-02-01,,,price,(,|$)/);
    assert.equal(end, '');
  });

  it('has its headings where there are no deals', async () => {
    const [headings, ...rest] = (await run(folder.root, ['list', '--csv'])).out.split('\r\n');
    assert.match(headings!, STARTS_WITH_HEADINGS);
    assert.deepEqual(rest, ['']);
  });

  it('says beside the table that files are not in it', async () => {
    folder.write('acme.md', openDeal('Acme', 'proposal'));
    folder.write('odd.md', deal('stage: 5'));
    const { code, out, err } = await run(folder.root, ['list', '--csv']);
    assert.equal(code, 0);
    assert.equal(cellsOf(out).length, 2);
    assert.equal(err, 'Left out: 1 file that cannot be read. Run deal-notes check to see why.\n');
  });

  it('is not JSON at the same time', async () => {
    const { code, out, err } = await run(folder.root, ['list', '--csv', '--json']);
    assert.deepEqual({ code, out }, { code: 2, out: '' });
    assert.match(err, /option '--csv' cannot be used with option '--json'/);
  });
});

describe('deals as CSV', () => {
  it('have no cell that a spreadsheet works out, and lose nothing by it', () => {
    for (const [name, text] of Object.entries(HOSTILE)) {
      const texts = { path: text, title: text, account: text, owner: text, nextStep: text, lostReason: text };
      const csv = dealsAsCsv([makeDeal({ ...texts, value: { amount: 5, currency: 'EUR' } })], TODAY);
      assert.doesNotMatch(csv, UNSAFE, name);
      const [, row] = cellsOf(csv);
      for (const at of [0, 1, 2, 3, 12, 14]) {
        assert.doesNotMatch(row![at]!, FORMULA, name);
        assert.equal(unguarded(row![at]!), unguarded(plain(text)), name);
      }
    }
  });

  for (const [what, text, cell] of [
    ['a text', 'Acme', 'Acme'],
    ['a formula', '=1+1', "'=1+1"],
    ['a number that is a text', '-5', "'-5"],
    ['a formula behind a tab', '\t=1+1', "' =1+1"],
    ['a formula behind a line end', '\r\n@x', "'  @x"],
    ['a formula behind what nobody sees', '\u200b\ufeff=1', "'\u200b\ufeff=1"],
    ['a formula in full-width characters', '＝1', "'＝1"],
    ['a formula behind a separator of other countries', 'a;=1;-2; - b', "a;'=1;'-2; - b"],
    ['signs within a text', 'a=b, c-d; e + f @ g', 'a=b, c-d; e + f @ g'],
  ] as const) {
    it(`have ${what} as ${JSON.stringify(cell)}`, () => {
      assert.equal(cellsOf(dealsAsCsv([makeDeal({ title: text })], TODAY))[1]![1], cell);
    });
  }

  it('come back from another reader as they were, whatever the texts', () => {
    const part = fc.constantFrom(
      '=',
      '+',
      '-',
      '@',
      '＝',
      ';',
      ',',
      '"',
      "'",
      '\t',
      '\r\n',
      '\u202e',
      '\u200b',
      ' ',
      'a',
    );
    const text = fc.oneof(
      fc.array(part, { maxLength: 8 }).map(parts => parts.join('')),
      fc.string({ unit: 'grapheme' }),
    );
    const some = fc.record({
      path: text,
      title: text,
      account: fc.option(text, { nil: undefined }),
      lostReason: text,
      amount: fc.double({ min: 0, noNaN: true, noDefaultInfinity: true }),
    });
    forAll(
      fc.array(some, { maxLength: 4 }),
      given => {
        const deals = given.map(({ amount, ...texts }) =>
          makeDeal({ ...texts, value: { amount, currency: 'EUR' } }),
        );
        const rows = cellsOf(dealsAsCsv(deals, TODAY)).slice(1);
        assert.equal(rows.length, deals.length);
        for (const [k, row] of rows.entries()) {
          const { path, title, account, lostReason, value } = deals[k]!;
          assert.equal(Number(row[6]), value!.amount);
          for (const [at, written] of [
            [0, path],
            [1, title],
            [2, account ?? ''],
            [14, lostReason!],
          ] as const) {
            assert.doesNotMatch(row[at]!, FORMULA);
            assert.doesNotMatch(row[at]!, /;\p{Cf}*[=+\-@＝]/u);
            assert.equal(unguarded(row[at]!), unguarded(plain(written)));
          }
        }
      },
      300,
    );
  });
});

describe('a byte order mark', () => {
  const folder = temporaryFolder();

  for (const command of ['list', 'funnel']) {
    it(`begins the CSV of ${command} where it is asked for, and nothing else`, async () => {
      folder.write('deals/a.md', openDeal('Müller', 'proposal'));
      const plain = (await run(folder.root, [command, '--csv'])).out;
      assert.ok(!plain.includes('\uFEFF'));
      assert.equal((await run(folder.root, [command, '--csv', '--bom'])).out, `\uFEFF${plain}`);
      for (const other of [[], ['--json']]) {
        const { code, err } = await run(folder.root, [command, ...other, '--bom']);
        assert.deepEqual([code, err], [2, 'deal-notes: --bom goes with --csv.\n']);
      }
    });
  }
});

describe('a separator', () => {
  const folder = temporaryFolder();

  for (const command of ['list', 'funnel']) {
    it(`stands between the cells of ${command}, and changes nothing else`, async () => {
      folder.write('deals/a.md', openDeal('Müller; Söhne, Ulm', 'proposal'));
      const cells = async (...options: string[]) =>
        (await run(folder.root, [command, '--csv', ...options])).out;
      const plain = cellsOf(await cells());
      const rows: string[][] = parse(await cells('--separator', ';'), { delimiter: ';' });
      assert.deepEqual(
        rows,
        plain.map(row => row.map(cell => cell.replace(/^(\d+)\.(\d+)$/, '$1,$2'))),
      );
      assert.deepEqual(cellsOf(await cells('--separator', ',')), plain);
      const { code, err } = await run(folder.root, [command, '--separator', ';']);
      assert.deepEqual([code, err], [2, 'deal-notes: --separator goes with --csv.\n']);
      assert.equal((await run(folder.root, [command, '--csv', '--separator', '|'])).code, 2);
    });
  }
});
