import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import readExcelFile from 'read-excel-file/node';
import type { listAsJson } from '../../../src/core/exchange/json/list';
import { run, runJson } from './support/cli';
import { dealOf, HOSTILE, UNSAFE } from '../support/hostile';
import { deal, openDeal, temporaryFolder } from './support/folder';

describe('deals in the forms that other programs read', () => {
  const folder = temporaryFolder();

  it('are a line of JSON each, as list --json has them', async () => {
    folder.write('a.md', openDeal('Acme', 'proposal'));
    folder.write('b.md', deal('title: Globex', 'stage: closing', 'status: won', 'closed_on: 2026-02-01'));
    folder.write('bad.md', '---\ntitle: a: b\nstage: proposal\n---\n');
    const { out, err, code } = await run(folder.root, ['list', '--jsonl']);
    assert.equal(code, 0);
    const { deals } = await runJson<ReturnType<typeof listAsJson>>(folder.root, 'list');
    assert.deepEqual(
      out
        .trimEnd()
        .split('\n')
        .map(line => JSON.parse(line) as unknown),
      deals,
    );
    assert.match(err, /Left out: 1 file that cannot be read/);
    assert.equal((await run(folder.root, ['list', '--jsonl', '--owner', 'nobody'])).out, '');
  });

  it('are a Markdown table', async () => {
    folder.write('a.md', deal('title: "Acme | *all*"', 'stage: proposal', 'value: 5.5', 'currency: EUR'));
    const { out } = await run(folder.root, [
      'list',
      '--markdown',
      '--columns',
      'Title, amount,currency,owner',
    ]);
    assert.equal(
      out,
      [
        '| title | amount | currency | owner |',
        '| --- | --: | --- | --- |',
        '| Acme \\| \\*all\\* | 5.5 | EUR |  |',
        '',
      ].join('\n'),
    );
    assert.match(
      (await run(folder.root, ['list', '--markdown'])).out,
      /^\| title \| account \| owner \| stage /,
    );
  });

  it('have the columns that are asked for, in their order', async () => {
    folder.write('a.md', openDeal('Acme', 'proposal'));
    const { out } = await run(folder.root, ['list', '--csv', '--columns', 'amount,title,amount']);
    assert.equal(out, 'amount,title\r\n48000,Acme\r\n');
  });

  it('are an Excel file with the columns that are asked for, in which nothing is worked out', async () => {
    folder.write('a.md', deal('title: "=1+1"', 'stage: proposal', 'value: 5.5', 'close_date: 2026-03-01'));
    const file = join(folder.root, 'deals.xlsx');
    const asked = ['list', '--excel', file, '--columns', 'title,amount,close_date'];
    const { out, code } = await run(folder.root, asked);
    assert.deepEqual([code, out], [0, `1 deal in ${file}\n`]);
    const [{ sheet, data }] = (await readExcelFile(readFileSync(file))) as [{ sheet: string; data: unknown }];
    assert.equal(sheet, 'Deals');
    assert.deepEqual(data, [
      ['title', 'amount', 'close_date'],
      ['=1+1', 5.5, new Date('2026-03-01')],
    ]);
    const before = readFileSync(file);
    const again = await run(folder.root, asked);
    assert.equal(again.code, 2);
    assert.match(again.err, /There is a file “.*deals\.xlsx” already\. Give the table another name\./);
    assert.deepEqual(readFileSync(file), before);
  });

  it('are no Excel file where none can be written or opened, which is said with the way out', async () => {
    folder.write('a.md', openDeal('Acme', 'proposal'));
    for (const [named, says] of [
      ['no/deals.xlsx', 'There is no folder “no”. Make it, or name another one.'],
      ['a.md/deals.xlsx', 'There is no folder “a.md”. Make it, or name another one.'],
      ['my deals.txt', 'An Excel file ends with .xlsx, or Excel doesn’t open it: --excel "my deals.xlsx"'],
      ['no.v2/deals', 'An Excel file ends with .xlsx, or Excel doesn’t open it: --excel no.v2/deals.xlsx'],
      [`${'x'.repeat(300)}.xlsx`, ': This file can’t be written: ENAMETOOLONG.'],
    ] as const) {
      const { code, out, err } = await run(folder.root, ['list', '--excel', named]);
      assert.deepEqual([code, out], [2, '']);
      assert.ok(err.trimEnd().endsWith(says), err);
    }
    const upper = await run(folder.root, ['list', '--excel', 'DEALS.XLSX']);
    assert.deepEqual([upper.code, upper.out], [0, '1 deal in DEALS.XLSX\n']);
  });

  it('are an Excel file also where texts are what JavaScript or Excel has a meaning for', async () => {
    const texts = [
      'constructor',
      '__proto__',
      'toString',
      '_x0041_ and x',
      '_x005F_x0041_x0042_',
      'lost \uFFFD',
    ];
    for (const [at, text] of texts.entries())
      folder.write(`d${at}.md`, deal(`title: ${text}`, 'stage: proposal', `valueOf: ${text}`));
    const file = join(folder.root, 'deals.xlsx');
    const { code } = await run(folder.root, ['list', '--excel', file, '--columns', 'title,valueOf']);
    assert.equal(code, 0);
    const [{ data }] = (await readExcelFile(readFileSync(file))) as unknown as [{ data: unknown[] }];
    const [heads, ...rows] = data;
    assert.deepEqual(
      [heads, rows.toSorted()],
      [['title', 'valueOf'], texts.map(text => [text, text]).toSorted()],
    );
  });

  it('are told to be cut in an Excel file where a text is longer than its cells', async () => {
    folder.write('a.md', deal('title: A', 'stage: proposal', `minutes: "${'x'.repeat(32_767)}"`));
    folder.write('b.md', deal('title: B', 'stage: proposal', `minutes: "${'y'.repeat(32_768)}"`));
    const { code, err } = await run(folder.root, ['list', '--excel', 'deals.xlsx']);
    assert.equal(code, 0);
    assert.equal(
      err,
      '1 text cut off after 32,767 characters, as a cell of Excel takes no more. --csv and --json have all of it.\n',
    );
  });

  it('say what can’t be read as it’s written, beside its currency', async () => {
    folder.write('a.md', deal('title: A', 'stage: proposal', 'value: 48k', 'currency: EUR', 'term: -1'));
    folder.write('b.md', deal('title: B', 'stage: proposal', 'value: -5', 'currency: USD'));
    const { out } = await run(folder.root, [
      'list',
      '--csv',
      '--columns',
      'title,amount,currency,as_written',
    ]);
    assert.equal(
      out,
      'title,amount,currency,as_written\r\nA,,EUR,"{""value"":""48k"",""term"":-1}"\r\nB,-5,USD,\r\n',
    );
    assert.match((await run(folder.root, ['list', '--csv'])).out, /,as_written\r\n/);
    folder.write('a.md', openDeal('A', 'proposal'));
    assert.doesNotMatch((await run(folder.root, ['list', '--csv'])).out, /as_written/);
  });

  it('keep all digits of a number in an Excel file, of which Excel itself keeps 15', async () => {
    for (const value of ['123456789012345', '1234567890123456', '12345678901234.56'])
      folder.write(`${value}.md`, deal(`title: ${value}`, 'stage: proposal', `value: ${value}`));
    const file = join(folder.root, 'deals.xlsx');
    await run(folder.root, ['list', '--excel', file, '--columns', 'amount']);
    const [{ data }] = (await readExcelFile(readFileSync(file))) as unknown as [{ data: unknown[][] }];
    const amounts = data.slice(1).flat();
    assert.deepEqual(new Set(amounts), new Set([123456789012345, '1234567890123456', '12345678901234.56']));
  });

  it('have what else their files say: in JSON all, in tables what a table can have, own keys among the columns', async () => {
    folder.write(
      'a.md',
      deal(
        ...[
          'title: Acme',
          'stage: proposal',
          'value: -500',
          'currency: EUR',
          'source_id: hubspot:7',
          'Region: North',
        ],
        ...['email: x@y.example', 'sites: [Bonn, Kiel]', 'tags: [a, b]'],
        'contacts: [{name: R. Lee, email: lee@acme.example, phone: 0049, role: buyer}]',
      ),
    );
    folder.write('b.md', deal('title: Globex', 'stage: proposal', 'value: 5'));
    const { deals } = await runJson<ReturnType<typeof listAsJson>>(folder.root, 'list');
    const [a, b] = ['Acme', 'Globex'].map(title => deals.find(one => one.title === title));
    const own = { Region: 'North', email: 'x@y.example', sites: ['Bonn', 'Kiel'] };
    assert.deepEqual(
      [a!.sourceId, a!.own, a!.asWritten, a!.contacts[0]!.phone],
      ['hubspot:7', own, { value: -500, currency: 'EUR' }, '0049'],
    );
    assert.deepEqual(['sourceId' in b!, 'own' in b!, 'asWritten' in b!], [false, false, false]);
    const { out } = await run(folder.root, ['list', '--csv']);
    const [heads, ...rows] = out.trimEnd().split('\r\n');
    const [first, second] = rows.sort();
    assert.match(heads!, /,contract_value,tags,contacts,source_id,Region,own\.email,sites$/);
    assert.match(
      first!,
      /,a; b,R\. Lee \(lee@acme\.example\),hubspot:7,North,x@y\.example,"\[""Bonn"",""Kiel""\]"$/,
    );
    assert.match(second!, /,,,,,,$/);
    const asked = ['list', '--csv', '--columns', 'title,amount,currency,region,email'];
    assert.equal(
      (await run(folder.root, asked)).out,
      'title,amount,currency,Region,own.email\r\nGlobex,5,,,\r\nAcme,-500,EUR,North,x@y.example\r\n',
    );
  });

  it('have no column that there isn’t, and none where there is no table', async () => {
    const wrong = await run(folder.root, ['list', '--csv', '--columns', 'title,colour']);
    assert.equal(wrong.code, 2);
    assert.match(wrong.err, /There is no column “colour”\. The columns are path, title, account/);
    const alone = await run(folder.root, ['list', '--columns', 'title']);
    assert.deepEqual([alone.code, alone.out], [2, '']);
    assert.match(alone.err, /--columns goes with --csv, --excel or --markdown\./);
    assert.equal((await run(folder.root, ['list', '--csv', '--columns', ' ,'])).code, 2);
  });

  it('are text, whatever a deal says', async () => {
    for (const [at, text] of Object.values(HOSTILE).entries()) folder.write(`${at}.md`, dealOf(text));
    const count = Object.keys(HOSTILE).length;
    for (const form of ['--jsonl', '--markdown']) {
      const { out } = await run(folder.root, ['list', form]);
      assert.doesNotMatch(out, UNSAFE);
      const lines = out.trimEnd().split(/\r\n|[\n\r\u2028\u2029]/);
      assert.equal(lines.length, form === '--jsonl' ? count : count + 2, form);
    }
  });
});
