import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { AdditionsJson } from '../../../src/core/exchange/json/schema/additions';
import type { ImportJson } from '../../../src/core/exchange/json/schema/imports';
import { excelOf, sheetOf } from '../actions/imports/support/excel';
import { run, runJson } from './support/cli';
import { temporaryFolder } from './support/folder';
import { runIn } from './support/terminal';

const TABLE =
  'Deal ID,Deal Name,Stage,Value,Account\n1,Acme,Proposal,48000,Acme Corp\n2,Globex,Closed Won,500,Globex\n';

describe('deal-notes import', () => {
  const folder = temporaryFolder();
  const there = (path: string) => existsSync(join(folder.root, path));

  it('makes deals in a folder that it makes, says what became of what, and is taken back as a whole', async () => {
    folder.write('deals.csv', TABLE);
    const { code, out, err } = await run(folder.root, ['import', 'deals.csv', 'new/deals']);
    assert.deepEqual([code, err], [0, '']);
    assert.match(out, /Deal Name {2}→ {2}title {4}“Acme”, “Globex”/);
    assert.match(out, /Closed Won {2}→ {2}Won/);
    assert.match(out, /2 deals created in new\/deals\./);
    assert.deepEqual(readdirSync(join(folder.root, 'new/deals')).sort(), ['_import', 'acme.md', 'globex.md']);
    const undone = await run(folder.root, ['undo', 'new/deals']);
    assert.equal(undone.code, 0, undone.err);
    assert.equal(there('new'), false);
  });

  it('leaves the folders that were there when it is taken back, and those with something else in them', async () => {
    folder.write('deals.csv', TABLE);
    mkdirSync(join(folder.root, 'mine'));
    for (const [name, left] of [
      ['mine', 'mine'],
      ['new/deals', 'new/deals/_import/ours.txt'],
    ] as const) {
      await run(folder.root, ['import', 'deals.csv', name]);
      if (name !== left) folder.write(left, 'ours');
      assert.equal((await run(folder.root, ['undo', name])).code, 0);
      assert.deepEqual([there(left), there(`${name}/acme.md`)], [true, false]);
    }
    assert.deepEqual(readdirSync(join(folder.root, 'mine')), []);
  });

  it('ends with 1 where a column is called like an outcome and says something else', async () => {
    const table = (cell: string) => `Deal,Company,Stage,Won\nA,Acme,Proposal,No\nB,Beta,Proposal,${cell}\n`;
    folder.write('boxes.csv', table('Yes'));
    folder.write('sums.csv', table('12500'));
    assert.equal((await run(folder.root, ['import', 'boxes.csv', 'deals'])).code, 0);
    const { code, out } = await run(folder.root, ['import', 'sums.csv', 'others']);
    assert.equal(code, 1);
    assert.match(out, /“12500” isn’t yes or no, .* write into the mapping: “Won: is_won”\./);
  });

  it('ends with 1 where no column is known as the value and one has numbers in all rows', async () => {
    folder.write('sums.csv', 'Deal,Company,Stage,Auftragssumme\nA,Acme,Proposal,100\nB,Beta,Proposal,200\n');
    folder.write(
      'dollars.csv',
      'Deal,Company,Stage,Amount (USD)\nA,Acme,Proposal,100\nB,Beta,Proposal,200\n',
    );
    const { code, out } = await run(folder.root, ['import', 'sums.csv', 'deals']);
    assert.equal(code, 1);
    assert.match(out, /No deal has a value: .* write into the mapping: “Auftragssumme: value”\./);
    const dollars = await run(folder.root, ['import', 'dollars.csv', 'others', '--currency', 'EUR']);
    assert.equal(dollars.code, 0);
    assert.match(readFileSync(join(folder.root, 'others/a.md'), 'utf8'), /^value: 100\ncurrency: USD$/m);
  });

  it('knows at the next import what was said at the first, none among it', async () => {
    folder.write('deals.csv', TABLE);
    const said = ['--currency', 'none', '--owner', 'None', '--dates', 'dmy', '--decimals', 'comma'];
    const first = await run(folder.root, [
      'import',
      'deals.csv',
      'deals',
      ...said,
      '--closed-stage',
      'unknown',
    ]);
    assert.deepEqual([first.code, first.err], [0, '']);
    const mapping = readFileSync(join(folder.root, 'deals/_import/deals.yaml'), 'utf8');
    assert.match(
      mapping,
      /^dates: dmy\ndecimals: comma\ncurrency: none\nowner: none\nclosed_stage: unknown$/m,
    );
    // What imports wrote for a while.
    folder.write('deals/_import/deals.yaml', mapping.replace('currency: none', "currency: ''"));
    const again = await run(folder.root, ['import', 'deals.csv', 'deals']);
    assert.deepEqual([again.code, again.err], [0, '']);
    assert.match(again.out, /0 deals created in deals, 2 already there\./);
    folder.write('deals/_import/deals.yaml', mapping.replace('currency: none', 'currency: euros'));
    const wrong = await run(folder.root, ['import', 'deals.csv', 'deals']);
    assert.equal(wrong.code, 2);
    assert.match(wrong.err, /^deals\.csv: Fix _import\/deals\.yaml, line 6: /);
  });

  it('is only tried with --dry-run', async () => {
    folder.write('deals.csv', TABLE);
    const { code, out } = await run(folder.root, ['import', 'deals.csv', 'deals', '--dry-run']);
    assert.equal(code, 0);
    assert.match(out, /2 deals would be created in deals\./);
    assert.equal(there('deals'), false);
  });

  it('lists the stages in the order of the other system, where that is known', async () => {
    const stages = ['Closed Won', 'Contract Sent', 'Own stage', 'Qualified To Buy', 'Appointment Scheduled'];
    const rows = stages.map((stage, at) => `${at},Deal ${at},${stage},2026-01-05,2026-02-05,100`);
    const table = ['Record ID,Deal Name,Deal Stage,Create Date,Close Date,Amount', ...rows].join('\n');
    folder.write('hubspot.csv', table);
    const inOrder = ['Appointment Scheduled', 'Qualified To Buy', 'Contract Sent', 'Closed Won', 'Own stage'];
    const { out } = await run(folder.root, ['import', 'hubspot.csv', 'deals', '--dry-run']);
    const at = inOrder.map(stage => out.search(new RegExp(`^${stage} +→`, 'm')));
    assert.ok(!at.includes(-1), out);
    assert.deepEqual(
      at,
      at.toSorted((a, b) => a - b),
      out,
    );
    const json = await runIn(folder.root, ['import', 'hubspot.csv', 'deals', '--dry-run', '--json']);
    const told = JSON.parse(json.out) as ImportJson;
    assert.deepEqual(
      told.stages.map(({ name }) => name),
      inOrder,
    );
  });

  it('is done and tells nothing new where the same file comes again', async () => {
    folder.write('deals.csv', 'Deal ID,Deal Name,Stage,Close Date\n1,Acme,Proposal,soon\n');
    const first = await run(folder.root, ['import', 'deals.csv', 'deals']);
    assert.match(first.out, /1 deal created in deals, 1 cell put in the notes\./);
    assert.equal(first.code, 1);
    const again = await run(folder.root, ['import', 'deals.csv', 'deals']);
    assert.match(again.out, /^0 deals created in deals, 1 already there\.$/m);
    assert.deepEqual([again.code, again.err], [0, '']);
  });

  it('names the sheets that have deals too, and ends with 1', async () => {
    const sheet = sheetOf(
      TABLE.trim()
        .split('\n')
        .map(line => line.split(',')),
    );
    folder.write('deals.xlsx', excelOf([sheet, sheet]));
    const { code, out } = await run(folder.root, ['import', 'deals.xlsx', 'deals']);
    assert.equal(code, 1);
    assert.match(out, /^Only the sheet “sheet1” was read\. There’s more in “sheet2”/m);
    folder.write('deals.xlsx', excelOf([sheet, sheet], {}, '', [1]));
    assert.equal((await run(folder.root, ['import', 'deals.xlsx', 'deals'])).code, 0);
  });

  it('tells of broken bytes, and ends with 1', async () => {
    folder.write('deals.csv', TABLE.replace('Acme Corp', 'Zoë'));
    await run(folder.root, ['import', 'deals.csv', 'deals']);
    const table = Buffer.from(TABLE.replace('Acme Corp', 'Zoë'));
    table[table.indexOf('48000')] = 0xff;
    folder.write('deals.csv', table);
    const { code, out, err } = await run(folder.root, ['import', 'deals.csv', 'deals']);
    assert.equal(code, 1);
    assert.match(out, /2 already there, 1 cell with broken bytes not taken\.\n$/);
    assert.match(err, /^row 2, Value: Bytes in “\uFFFD8000” are broken, so this cell wasn’t taken/);
    const told = await runJson<ImportJson>(folder.root, 'import', 'deals.csv', 'deals');
    assert.deepEqual([told.lost.length, told.noted.length, told.unchanged], [1, 0, 2]);
  });

  it('prints for scripts what it printed for people', async () => {
    folder.write('deals.csv', `${TABLE}3,,Proposal,1,\n`);
    const told = await runJson<ImportJson>(folder.root, 'import', 'deals.csv', 'deals');
    assert.deepEqual(
      told.created.map(({ row, path, stage, status, sourceId }) => [row, path, stage, status, sourceId]),
      [
        [2, 'acme.md', 'proposal', 'open', 'deals:1'],
        [3, 'globex.md', 'unknown', 'won', 'deals:2'],
      ],
    );
    assert.deepEqual([told.notTaken.length, told.notTaken[0]!.row, told.rows], [1, 4, 3]);
    const again = await runJson<ImportJson>(folder.root, 'import', 'deals.csv', 'deals');
    assert.deepEqual([again.created.length, again.unchanged, again.mappingBy], [0, 2, 'kept']);
  });

  it('ends with 1 where a row isn’t taken, which is listed, and with 2 where nothing can be read', async () => {
    folder.write('some.csv', `${TABLE}3,,Proposal,1,\n`);
    const some = await run(folder.root, ['import', 'some.csv', 'deals']);
    assert.equal(some.code, 1);
    assert.match(some.err, /^row 4, Deal Name: This row has no title and no account\.$/m);
    folder.write('none.csv', 'a,b\n1,2\n');
    for (const file of ['none.csv', 'missing.csv', '.']) {
      const none = await run(folder.root, ['import', file, 'other']);
      assert.deepEqual([none.code, none.out, there('other')], [2, '', false], file);
      assert.match(none.err, new RegExp(`^${file.replace('.', '\\.')}: .*\\.\n$`), file);
    }
  });

  it('ends with 1 and makes nothing where only titles tell whether the deals are those that are there', async () => {
    const table = (word: string) =>
      `Deal ID,Deal Name,Stage\n${[1, 2, 3].map(at => `${at},${word} ${at},Proposal\n`).join('')}`;
    folder.write('deals.csv', table('Old'));
    await run(folder.root, ['import', 'deals.csv', 'deals']);
    folder.write('deals.csv', table('New'));
    const { code, out, err } = await run(folder.root, ['import', 'deals.csv', 'deals']);
    assert.deepEqual([code, out, there('deals/new-1.md')], [1, '', false]);
    assert.match(err, /say --kind deals; if they’re others, --kind deals-2\.\n$/);
  });

  it('prints a mapping to begin with where no column has titles, which need only be completed', async () => {
    folder.write('sheet.csv', 'kunde nr,wert,phase\nAcme,5,Demo\n');
    const { code, out, err } = await run(folder.root, ['import', 'sheet.csv', 'deals']);
    assert.deepEqual(
      [code, /no column has titles/.test(err), /say --map map\.yaml\.$/m.test(err)],
      [2, true, true],
    );
    assert.match(
      out,
      /^columns:\n {2}kunde nr: \{key: kunde_nr\}\n {2}wert: value\n {2}phase: stage\nstages:\n {2}Demo: needs-analysis\n$/m,
    );
    folder.write('map.yaml', out.replace('{key: kunde_nr}', 'title'));
    const mapped = await run(folder.root, ['import', 'sheet.csv', 'deals', '--map', 'map.yaml']);
    assert.deepEqual([mapped.code, there('deals/acme.md')], [0, true], mapped.err);
    const json = await run(folder.root, ['import', 'sheet.csv', 'other', '--json']);
    assert.deepEqual([json.code, json.out], [2, '']);
  });

  it('ends with 1 where a cell goes into the notes, which is counted and listed', async () => {
    folder.write('deals.csv', TABLE.replace('48000', 'a lot'));
    const { code, out, err } = await run(folder.root, ['import', 'deals.csv', 'deals']);
    assert.equal(code, 1);
    assert.match(out, /2 deals created in deals, 1 cell put in the notes\.\n$/);
    assert.match(err, /^row 2, Value: “a lot” isn’t an amount\. It’s in the notes\.$/m);
  });

  it('counts apart what was taken all the same and is to be checked', async () => {
    const day = new Date(Date.now() + 1e10).toISOString().slice(0, 10);
    folder.write('deals.csv', `Deal Name,Stage,Close Date\nAcme,Closed Won,${day}\n`);
    const { code, out, err } = await run(folder.root, ['import', 'deals.csv', 'deals']);
    assert.equal(code, 1);
    assert.match(out, /1 deal created in deals, 1 cell to check\.\n$/);
    assert.match(err, /^row 2, Close Date: This deal is won, but .* is still to come\./m);
  });

  it('says of a file that was moved since that undo leaves it, and deletes the others', async () => {
    folder.write('deals.csv', 'Deal Name,Stage\nAcme,Proposal\nGlobex,Proposal\n');
    await run(folder.root, ['import', 'deals.csv', 'deals']);
    renameSync(join(folder.root, 'deals/acme.md'), join(folder.root, 'deals/moved.md'));
    const { out } = await run(folder.root, ['undo', 'deals']);
    assert.match(out, /^ {2}deals\/acme\.md \(left: not there any more, moved or deleted since\)$/m);
    assert.match(out, /^ {2}deals\/globex\.md \(deleted\)$/m);
    assert.deepEqual([there('deals/moved.md'), there('deals/globex.md')], [true, false]);
  });

  it('ends with 1 where stages of no list were given a place by their order', async () => {
    folder.write('crm.csv', 'Deal ID,Deal Name,Stage\n1,Acme,Alpha\n2,Globex,Beta\n');
    assert.equal((await run(folder.root, ['import', 'crm.csv', 'deals'])).code, 1);
    // The mapping has them from then on.
    assert.equal((await run(folder.root, ['import', 'crm.csv', 'deals'])).code, 0);
  });

  it('ends with 1 where a column that could be a field isn’t in the mapping, and names the line for it', async () => {
    const heads = 'Deal ID,Deal Name,Stage';
    folder.write('crm.csv', `${heads}\n1,Acme,Proposal\n`);
    await run(folder.root, ['import', 'crm.csv', 'deals']);
    folder.write('crm.csv', `${heads},Region\n1,Acme,Proposal,North\n`);
    assert.equal((await run(folder.root, ['import', 'crm.csv', 'deals'])).code, 0);
    folder.write('crm.csv', `${heads},Next Step\n1,Acme,Proposal,Call\n`);
    const { code, out, err } = await run(folder.root, ['import', 'crm.csv', 'deals']);
    assert.equal(code, 1);
    assert.match(out + err, /doesn’t have “Next Step”.* Add below its columns: “Next Step: next_step”\./);
  });

  it('makes no deal twice from another kind of table, says which, and makes it with --make-duplicates or updates it with --kind', async () => {
    folder.write('deals.csv', TABLE);
    await run(folder.root, ['import', 'deals.csv', 'deals']);
    folder.write('crm.csv', 'Ref ID,Opportunity,Phase,Client,A,B\n1,Acme,Closing,Acme Corp,x,y\n');
    const first = await run(folder.root, ['import', 'crm.csv', 'deals']);
    assert.equal(first.code, 1);
    assert.match(first.err, /^row 2: “Acme” may be acme\.md: same id and title\.$/m);
    assert.match(
      first.err,
      /say --kind deals; to make another one, import duplicates, too \(--make-duplicates\)\.$/m,
    );
    const twice = await run(folder.root, ['import', 'crm.csv', 'deals', '--make-duplicates', '--dry-run']);
    assert.deepEqual([twice.code, /1 deal would be created/.test(twice.out)], [0, true]);
    const same = await run(folder.root, ['import', 'crm.csv', 'deals', '--kind', 'deals', '--dry-run']);
    assert.deepEqual([same.code, /1 would be updated/.test(same.out)], [0, true], same.err);
    const wrong = await run(folder.root, ['import', 'crm.csv', 'deals', '--kind', '../x']);
    assert.deepEqual([wrong.code, /one word of letters/.test(wrong.err)], [2, true]);
  });

  it('takes over what is newer, lists what both sides changed and ends with 1, until --take says to take it', async () => {
    folder.write('deals.csv', TABLE);
    await run(folder.root, ['import', 'deals.csv', 'deals']);
    const file = join(folder.root, 'deals/acme.md');
    const text = () => readFileSync(file, 'utf8');
    folder.write('deals/acme.md', text().replace('value: 48000', 'value: 40000'));
    folder.write('deals.csv', TABLE.replace('48000', '52000').replace('Acme Corp', 'Acme Inc'));
    const before = text();
    const dry = await run(folder.root, ['import', 'deals.csv', 'deals', '--dry-run', '--take', 'all']);
    assert.match(dry.out, /1 would be updated/);
    assert.equal(text(), before);
    const { code, out, err } = await run(folder.root, ['import', 'deals.csv', 'deals']);
    assert.equal(code, 1);
    assert.match(out, /^Acme: account “Acme Corp” → “Acme Inc”$/m);
    assert.match(out, /0 deals created in deals, 1 updated, 1 already there\.\n$/);
    assert.match(
      err,
      /^row 2: “Acme” has value “40000” here and “52000” there\. It was left; --take value takes it\.$/m,
    );
    const told = await runJson<ImportJson>(
      folder.root,
      'import',
      'deals.csv',
      'deals',
      '--take',
      'close-date',
    );
    assert.deepEqual(
      told.left.map(({ row, path, sourceId, fields }) => [row, path, sourceId, fields]),
      [[2, 'acme.md', 'deals:1', [{ field: 'value', here: '40000', there: '52000' }]]],
    );
    assert.deepEqual([told.updated, told.unchanged], [[], 2]);
    const typo = await run(folder.root, ['import', 'deals.csv', 'deals', '--take', 'value,valu']);
    assert.deepEqual([typo.code, typo.out, /--take valu: no column/.test(typo.err)], [2, '', true]);
    assert.match(text(), /^value: 40000$/m);
    const taken = await run(folder.root, ['import', 'deals.csv', 'deals', '--take', 'owner,value']);
    assert.deepEqual([taken.code, taken.err], [0, '']);
    assert.match(text(), /^value: 52000$/m);
    await run(folder.root, ['undo', 'deals']);
    assert.match(text(), /^value: 40000$/m);
  });

  it('takes a mapping that is named, and makes deals from the team’s template', async () => {
    folder.write('deals.csv', TABLE);
    folder.write(
      'map.yaml',
      'kind: crm\ncurrency: EUR\nclosed_stage: closing\nstages:\n  Proposal: negotiation\n  Closed Won: won\n',
    );
    folder.write('deals/_template.md', '---\nstage: lead-generation\nteam: north\n---\n# {{title}}\n');
    const { code } = await run(folder.root, ['import', 'deals.csv', 'deals', '--map', 'map.yaml']);
    assert.equal(code, 0);
    const text = readFileSync(join(folder.root, 'deals/acme.md'), 'utf8');
    assert.match(text, /^stage: negotiation$/m);
    assert.match(text, /^team: north$/m);
    assert.match(text, /^currency: EUR$/m);
    assert.match(text, /^source_id: crm:1$/m);
    assert.match(text, /^# Acme$/m);
    const globex = readFileSync(join(folder.root, 'deals/globex.md'), 'utf8');
    assert.match(globex, /^stage: closing\nstatus: won$/m);
    assert.equal(there('deals/_import/crm.yaml'), true);
  });

  it('says by options what the table leaves open, which is kept with the mapping, reported, and printed for scripts', async () => {
    folder.write(
      'deals.csv',
      TABLE.replace('Value', 'Value,Close Date,Created')
        .replace('48000', '48000,03/04/2027,05/06/2026')
        .replace('500', '500,04/05/2026,05/06/2026'),
    );
    const options = ['--currency', 'eur', '--owner', 'dana', '--closed-stage', 'leave-out'];
    const dates = ['--dates', 'Close Date=dmy', '--dates', 'Created=mdy'];
    const open = await run(folder.root, ['import', 'deals.csv', 'open', '--dates', 'dmy', '--dry-run']);
    for (const option of ['--currency EUR', '--owner me', '--closed-stage leave-out'])
      assert.ok(open.out.includes(option), option);
    const { code, out } = await run(folder.root, ['import', 'deals.csv', 'deals', ...options, ...dates]);
    assert.equal(code, 0);
    assert.match(out, /1 deal created in deals, 1 row left out by the mapping\.\n$/);
    assert.match(
      out,
      /^Values that name no currency are in EUR\.\nDeals that name no owner belong to dana\.$/m,
    );
    const text = readFileSync(join(folder.root, 'deals/acme.md'), 'utf8');
    for (const line of ['currency: EUR', 'owner: dana', 'close_date: 2027-04-03', 'created: 2026-05-06'])
      assert.match(text, new RegExp(`^${line}$`, 'm'));
    const again = await runJson<ImportJson>(folder.root, 'import', 'deals.csv', 'deals');
    assert.deepEqual(again.chosen, { currency: 'EUR', owner: 'dana', closedStage: 'leave-out' });
    assert.deepEqual([again.leftOut.map(({ row }) => row), again.unchanged], [[3], 1]);
  });

  it('takes one order of days for all columns and another one for some, in whichever order they are said', async () => {
    folder.write(
      'deals.csv',
      'Deal ID,Deal Name,Stage,Close Date,Created\n1,Acme,Proposal,03/04/2027,05/06/2026\n',
    );
    const dates = [
      ['--dates', 'dmy'],
      ['--dates', 'created=mdy'],
    ];
    for (const [name, some] of [
      ['a', dates],
      ['b', dates.toReversed()],
    ] as const) {
      const { code, err } = await run(folder.root, [
        'import',
        'deals.csv',
        name,
        '--owner',
        'none',
        ...some.flat(),
      ]);
      assert.deepEqual([code, err], [0, '']);
      const text = readFileSync(join(folder.root, name, 'acme.md'), 'utf8');
      assert.match(text, /^close_date: 2027-04-03$/m);
      assert.match(text, /^created: 2026-05-06$/m);
    }
  });

  it('takes a mapping of what was exported beside deals, and keeps it', async () => {
    folder.write('deals.csv', TABLE);
    await run(folder.root, ['import', 'deals.csv', 'deals']);
    folder.write('journal.csv', 'Wann,Was,Vorgang\n2026-01-05,Angerufen,1\n');
    folder.write('map.yaml', 'what: activities\ncolumns:\n  Wann: on\n  Was: text\n  Vorgang: deal_id\n');
    const args = ['import', 'journal.csv', 'deals', '--map', 'map.yaml'];
    const { code, out } = await run(folder.root, args);
    assert.deepEqual([code, there('deals/_import/journal-log.yaml')], [0, true], out);
    assert.match(readFileSync(join(folder.root, 'deals/acme.md'), 'utf8'), /^- 2026-01-05 Angerufen$/m);
  });

  it('refuses an option that makes no sense, and writes nothing', async () => {
    folder.write('deals.csv', TABLE);
    for (const [option, value, says] of [
      ['--currency', 'euro', /three letters, such as EUR/],
      ['--dates', 'ymd', /Say dmy or mdy/],
      ['--decimals', 'x', /Say point or comma/],
      ['--closed-stage', 'somewhere', /one of the seven stages, “unknown” or “leave-out”/],
      ['--owner', 'me', /--owner me: can’t tell who you are/],
    ] as const) {
      const { code, err } = await run(folder.root, ['import', 'deals.csv', 'deals', option, value]);
      assert.deepEqual([code, there('deals')], [2, false], option);
      assert.match(err, says);
    }
  });

  it('tells where it can’t keep what the next import has to know, makes the deals, and keeps it once that’s mended', async () => {
    folder.write('deals.csv', TABLE);
    folder.write('activities.csv', 'Deal,Activity date,Type,Subject\nAcme,2026-01-05,Call,Terms\n');
    folder.write('deals/_import', 'in the way');
    const says =
      /^Couldn’t save in _import what the next import needs to know about this one: “?_import”? can’t be used: there is a file in its place\. Make sure that _import is a folder that you can write to, then import the same file again\.$/m;
    const { code, out, err } = await run(folder.root, ['import', 'deals.csv', 'deals']);
    assert.equal(code, 1);
    assert.match(out, /2 deals created in deals\.\n$/);
    assert.match(err, says);
    const beside = await run(folder.root, ['import', 'activities.csv', 'deals']);
    assert.equal(beside.code, 1);
    assert.match(beside.err, says);
    const told = await runJson<ImportJson>(folder.root, 'import', 'deals.csv', 'deals');
    assert.match(told.notKept ?? '', says);
    rmSync(join(folder.root, 'deals/_import'));
    const mended = await runJson<ImportJson>(folder.root, 'import', 'deals.csv', 'deals');
    assert.deepEqual([mended.notKept, mended.created, mended.unchanged], [null, [], 2]);
    assert.deepEqual(readdirSync(join(folder.root, 'deals/_import')).sort(), ['deals.json', 'deals.yaml']);
  });

  it('logs activities in deals that are there, counts the rows of others, and is taken back as a whole', async () => {
    folder.write('deals.csv', TABLE);
    folder.write(
      'activities.csv',
      'Deal,Activity date,Type,Subject\nAcme,2026-01-05,Call,Terms\nHooli,2026-01-05,Call,Whose\n',
    );
    await run(folder.root, ['import', 'deals.csv', 'deals']);
    const file = join(folder.root, 'deals/acme.md');
    const before = readFileSync(file, 'utf8');
    const dry = await run(folder.root, ['import', 'activities.csv', 'deals', '--dry-run']);
    assert.match(
      dry.out,
      /1 log line would be added to 1 deal in deals, 1 row that belongs to no deal here\.\n$/,
    );
    assert.equal(readFileSync(file, 'utf8'), before);
    const { code, out, err } = await run(folder.root, ['import', 'activities.csv', 'deals']);
    assert.deepEqual([code, err], [0, '']);
    assert.match(out, /^activities\.csv: activities, 2 rows\n\nDeal +→ +deal +“Acme”, “Hooli”\n/);
    assert.match(out, /^acme\.md:\n {2}2026-01-05 call: Terms\n/m);
    assert.match(readFileSync(file, 'utf8'), /^- 2026-01-05 call: Terms$/m);
    const again = await runJson<AdditionsJson>(folder.root, 'import', 'activities.csv', 'deals');
    assert.deepEqual(
      [again.what, again.changed, again.already, again.notTaken.length],
      ['activities', [], 1, 0],
    );
    assert.match(again.elsewhere[0]!.message, /^There is no deal “Hooli” here\./);
    folder.write('others.csv', 'Deal,Activity date,Type,Subject\nHooli,2026-01-05,Call,Whose\n');
    const others = await run(folder.root, ['import', 'others.csv', 'deals']);
    assert.equal(others.code, 1);
    assert.match(others.err, /^row 2, Deal: There is no deal “Hooli” here\./m);
    assert.equal((await run(folder.root, ['undo', 'deals'])).code, 0);
    assert.equal(readFileSync(file, 'utf8'), before);
    assert.equal(there('deals/_import/activities-log.json'), false);
  });

  it('tells once why a deal is left as it is, with all of its rows, each of which JSON has', async () => {
    folder.write('deals.csv', TABLE);
    const moves = ['Mystery', 'Closing', 'Prospecting', 'Closing'];
    folder.write(
      'moves.csv',
      ['Deal,Field,New Value,Date', ...moves.map((to, at) => `Acme,Stage,${to},2026-01-0${at + 1}`)].join(
        '\n',
      ),
    );
    await run(folder.root, ['import', 'deals.csv', 'deals']);
    const { err } = await run(folder.root, ['import', 'moves.csv', 'deals']);
    assert.match(err, /^rows 3–5: Couldn’t update acme\.md: /m);
    assert.equal(err.match(/Couldn’t update/g)!.length, 1);
    const json = await runJson<AdditionsJson>(folder.root, 'import', 'moves.csv', 'deals');
    assert.deepEqual(
      json.notTaken.map(({ row }) => row),
      [2, 3, 4, 5],
    );
  });

  it('says which file that it keeps is in a merge conflict, and how to go on', async () => {
    const inConflict = (text: string) => {
      const lines = text.split('\n');
      const both = ['<<<<<<< HEAD', lines[3]!, '=======', `${lines[3]!} `, '>>>>>>> theirs'];
      return [...lines.slice(0, 3), ...both, ...lines.slice(4)].join('\n');
    };
    folder.write('deals.csv', TABLE);
    await run(folder.root, ['import', 'deals.csv', 'deals']);
    for (const [name, out] of [
      ['deals.json', /Keep one side.*and import again/],
      ['deals.yaml', /Keep the lines you want, take out/],
    ] as const) {
      const path = `deals/_import/${name}`;
      const before = folder.read(path);
      folder.write(path, inConflict(before));
      const { code, err } = await run(folder.root, ['import', 'deals.csv', 'deals']);
      assert.equal(code, 2, err);
      assert.match(err, new RegExp(`deals\\.csv: There’s a merge conflict in _import/${name}, line 4\\.`));
      assert.match(err, out);
      folder.write(path, before);
    }
    folder.write('map.yaml', inConflict(folder.read('deals/_import/deals.yaml')));
    const { err } = await run(folder.root, ['import', 'deals.csv', 'other', '--map', 'map.yaml']);
    assert.match(err, /^map\.yaml: There’s a merge conflict in line 4\. Keep/);
  });

  it('reads standard input, be it CSV or JSON', async () => {
    const json = JSON.stringify([{ title: 'Hooli', stage: 'proposal' }]);
    for (const [text, made] of [
      [TABLE, ['acme.md', 'globex.md']],
      [json, ['hooli.md']],
      [Buffer.from(`\uFEFF${TABLE}`, 'utf16le'), ['acme.md', 'globex.md']],
    ] as const) {
      const input = () => Promise.resolve(new Uint8Array(Buffer.from(text as string)));
      const name = `in${made.length}${typeof text}`;
      const { code, out, err } = await runIn(folder.root, ['import', '-', name], { input });
      assert.deepEqual([code, err], [0, '']);
      assert.match(out, /^standard input: a/);
      assert.deepEqual(readdirSync(join(folder.root, name)).sort(), ['_import', ...made]);
    }
    const none = await runIn(folder.root, ['import', '-', 'none']);
    assert.deepEqual([none.code, /^standard input: /.test(none.err)], [2, true], none.err);
  });
});
