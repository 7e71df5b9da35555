import assert from 'node:assert/strict';
import { claiming, day, excelOf, formula, number, sheetOf, zipOf } from './support/excel';
import type { ImportPlan } from '../../../../src/actions/imports/planImport';
import { sentence } from '../../../../src/words/sentence';
import { Importing, saidOf } from './support/importing';

const HEADS = ['Deal ID', 'Deal Name', 'Stage', 'Value', 'Close Date', 'Account'];
const row = (...cells: Parameters<typeof sheetOf>[0][number]) => cells;
const ACME = row(number('4711'), 'Acme', 'Proposal', number('48000.5'), day('46374'), 'Acme Corp');

/** What is said of its sheets. */
const sheetsIn = ({ remarks }: ImportPlan) =>
  remarks.filter(({ say }) => say.startsWith('sheet')).map(sentence);

describe('an Excel file', () => {
  it('is imported: days as days, numbers as they are, formulas as the values that the file has of them', async () => {
    const into = new Importing();
    await into.take(
      'crm.xlsx',
      excelOf([
        sheetOf([
          HEADS,
          ACME,
          row(
            number('2'),
            'Globex',
            'Closed Won',
            number('48.125'),
            day('46300.99'),
            formula('A1&"x"', 'Globex AG'),
          ),
          row(number('3'), 'Initech', 'Proposal', number('0.30000000000000004'), '2026-12-18', '=1+2'),
          row(number('4'), 'Tern', 'Proposal', number('1.2E6'), day('46375'), ''),
        ]),
      ]),
    );
    assert.deepEqual(into.told, {
      Acme: 'Acme Corp | - | proposal open | 48000.5 XXX | - 2026-12-18 - | crm:4711',
      Globex: 'Globex AG | - | unknown won | 48.125 XXX | - - 2026-10-05 | crm:2',
      Initech: '=1+2 | - | proposal open | 0.3 XXX | - 2026-12-18 - | crm:3',
      Tern: '- | - | proposal open | 1200000 XXX | - 2026-12-19 - | crm:4',
    });
  });

  it('has the same days in every zone, and those of a file that counts from 1904', async () => {
    const zone = process.env['TZ'];
    try {
      for (const name of ['Pacific/Kiritimati', 'Pacific/Pago_Pago']) {
        process.env['TZ'] = name;
        const into = new Importing();
        await into.take('crm.xlsx', excelOf([sheetOf([HEADS, ACME])]));
        assert.equal(into.deals[0]!.closeDate, '2026-12-18', name);
      }
    } finally {
      if (zone === undefined) delete process.env['TZ'];
      else process.env['TZ'] = zone;
    }
    const from1904 = row('1', 'Acme', 'Proposal', '', day(String(46374 - 1462)), '');
    const into = new Importing();
    await into.take('crm.xlsx', excelOf([sheetOf([HEADS, from1904])], {}, '<workbookPr date1904="1"/>'));
    assert.equal(into.deals[0]!.closeDate, '2026-12-18');
  });

  it('is read from its first sheet with heads, wherever they stand in it, whatever its name ends with', async () => {
    const into = new Importing();
    const cover = sheetOf([['Sales 2026'], ['confidential']]);
    const board = sheetOf([['Our board'], [], HEADS, ACME]);
    const { plan } = await into.take('board.bin', excelOf([cover, board, sheetOf([HEADS])]));
    assert.equal(plan.fresh[0]!.row, 4);
    assert.deepEqual(Object.keys(into.told), ['Acme']);
  });

  it('is read from its sheet of deals, whatever lists stand before it', async () => {
    const into = new Importing();
    const lists = sheetOf([
      ['Stage', 'Probability'],
      ['Proposal', number('50')],
    ]);
    const people = sheetOf([
      ['First name', 'Last name', 'Email', 'Company'],
      ['R.', 'Lee', 'r@acme.example', 'Acme'],
    ]);
    await into.take('board.xlsx', excelOf([lists, people, sheetOf([HEADS, ACME])]));
    assert.deepEqual(Object.keys(into.told), ['Acme']);
  });

  it('is read from a sheet that people see, and only without one from a hidden one, which is told', async () => {
    const cover = sheetOf([['Sales 2026'], ['Stage', 'Count'], ['Proposal', number('3')]]);
    const old = sheetOf([HEADS, row('1', 'Old', 'Proposal')]);
    const file = excelOf([cover, old, sheetOf([HEADS, ACME])], {}, '', [1]);
    const seen = new Importing();
    const { plan } = await seen.take('board.xlsx', file);
    assert.deepEqual([Object.keys(seen.told), sheetsIn(plan)], [['Acme'], []]);
    const unseen = new Importing();
    const hidden = await unseen.take('board.xlsx', excelOf([cover, old], {}, '', [1]));
    assert.deepEqual(Object.keys(unseen.told), ['Old']);
    assert.deepEqual(sheetsIn(hidden.plan), [
      'This was read from the hidden sheet “sheet2”, as the others have no such table.',
    ]);
  });

  it('of which other sheets have deals too tells which, in words that say the way out', async () => {
    const into = new Importing();
    const other = sheetOf([[...HEADS].reverse(), ['Corp', '', '', 'Proposal', 'Two', '2']]);
    const alone = sheetOf([HEADS]);
    const { plan } = await into.take('q.xlsx', excelOf([sheetOf([HEADS, ACME]), other, alone]));
    assert.deepEqual(Object.keys(into.told), ['Acme']);
    assert.deepEqual(sheetsIn(plan), [
      'Only the sheet “sheet1” was read. There’s more in “sheet2”: save it as a file of its own, and import that.',
    ]);
  });

  it('of activities with a second sheet of them is told, too', async () => {
    const into = new Importing({ 'a.md': '---\ntitle: A\nstage: proposal\nsource_id: hubspot:1\n---\n' });
    const notes = (id: string) =>
      sheetOf([
        ['Record ID', 'Activity date', 'Note body', 'Associated Deal IDs'],
        [id, '2026-10-01', 'Hi', '1'],
      ]);
    const { plan } = await into.add('notes.xlsx', excelOf([notes('8'), notes('9')]));
    assert.deepEqual(saidOf(plan.notTaken), [
      '1: Only the sheet “sheet1” was read. There’s more in “sheet2”: save it as a file of its own, and import that.',
    ]);
  });

  it('with cells merged over several rows has what they say in each row; a sum stays one', async () => {
    const into = new Importing();
    const rows = [
      ['Deals of 2026', '', '', '', '', ''],
      HEADS,
      row('1', 'One', 'Proposal', number('300'), day('46374'), 'Acme'),
      row('2', 'Two', '', '', '', ''),
      row('3', 'Three', 'Closing', number('5'), day('46375'), ''),
      ['', '', '', '', '', ''],
      row('4', 'Four', 'Closing', '', '', 'Globex'),
    ];
    const merged = ['A1:F1', 'F3:F6', 'C3:C4', 'D3:D4', 'E3:E4'];
    const { plan } = await into.take('crm.xlsx', excelOf([sheetOf(rows, merged)]));
    assert.deepEqual(plan.notTaken, []);
    assert.deepEqual(into.told, {
      One: 'Acme | - | proposal open | 300 XXX | - 2026-12-18 - | crm:1',
      Two: 'Acme | - | proposal open | - | - 2026-12-18 - | crm:2',
      Three: 'Acme | - | closing open | 5 XXX | - 2026-12-19 - | crm:3',
      Four: 'Globex | - | closing open | - | - - - | crm:4',
    });
  });

  it('with a deal over several rows, and its number as its id merged, has one deal of them', async () => {
    const into = new Importing();
    const first = row(number('1'), 'One', 'Proposal', number('300'), day('46374'), 'Acme');
    const rows = [HEADS, first, ['', '', '', number('50'), '', '']];
    const merged = ['A2:A3', 'B2:B3', 'C2:C3', 'F2:F3'];
    const { plan } = await into.take('crm.xlsx', excelOf([sheetOf(rows, merged)]));
    assert.deepEqual(Object.keys(into.told), ['One']);
    assert.deepEqual(
      plan.notTaken.map(one => one.row),
      [3],
    );
  });

  it('whose formulas have never been worked out is told to be without values', async () => {
    const uncounted = row(number('1'), 'Acme', 'Proposal', formula('1000*2', ''), day('46374'), 'Acme Corp');
    const { plan } = await new Importing().take('crm.xlsx', excelOf([sheetOf([HEADS, uncounted])]));
    assert.deepEqual(plan.remarks[0], { say: 'columnEmpty', args: { column: 'Value' } });
    const counted = await new Importing().take('crm.xlsx', excelOf([sheetOf([HEADS, ACME])]));
    assert.ok(!counted.plan.remarks.some(({ say }) => say === 'columnEmpty'));
  });

  it('with macros is only read', async () => {
    const into = new Importing();
    await into.take('crm.xlsm', excelOf([sheetOf([HEADS, ACME])], { 'xl/vbaProject.bin': 'Shell "calc"' }));
    assert.deepEqual(Object.keys(into.told), ['Acme']);
  });

  for (const [what, bytes, says] of [
    ['a bomb', claiming(excelOf([sheetOf([HEADS, ACME])]), 0xffff_fff0), /takes more than 512 MB/],
    [
      'larger than any list of deals',
      Buffer.concat([zipOf({ 'readme.txt': 'hello' }), Buffer.alloc(65 * 2 ** 20)]),
      /more than 64 MB/,
    ],
    [
      'protected by a password',
      Buffer.from('d0cf11e0a1b11ae1', 'hex'),
      /protected by a password or from an old Excel/,
    ],
    ['cut off', excelOf([sheetOf([HEADS, ACME])]).subarray(0, 900), /isn’t an Excel file, or it’s damaged/],
    ['a zip file of other things', zipOf({ 'readme.txt': 'hello' }), /isn’t an Excel file, or it’s damaged/],
    ['no XML inside', excelOf(['<worksheet><sheetData><row']), /damaged|empty/],
    ['only pictures', Buffer.from('89504e470d0a1a0a0000', 'hex'), /neither text nor an Excel file/],
    ['without rows', excelOf([sheetOf([])]), /is empty/],
    ['with heads alone', excelOf([sheetOf([HEADS])]), /headings but no rows/],
  ] as const) {
    it(`that is ${what} is refused in a clear line`, async () => {
      const into = new Importing();
      assert.match(await into.refused('crm.xlsx', bytes), says);
      assert.deepEqual(into.files.all, {});
    });
  }
});
