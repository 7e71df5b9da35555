import assert from 'node:assert/strict';
import type { MappingSaid } from '../../../../src/core/intake/mapping';
import { sentence } from '../../../../src/words/sentence';
import { FOLDER, Importing, saidOf } from './support/importing';

const HEADS = 'Deal Name,Stage,Value,Close Date,Account';
const ROW = 'Acme,Proposal,48000,2026-12-18,Acme Corp';

describe('a table', () => {
  for (const [what, encode] of Object.entries({
    'in UTF-8': (text: string) => Buffer.from(text),
    'in UTF-8 with a mark': (text: string) => Buffer.from(`\uFEFF${text}`),
    'in UTF-16': (text: string) => Buffer.from(`\uFEFF${text}`, 'utf16le'),
    'in UTF-16 without a mark': (text: string) => Buffer.from(text, 'utf16le'),
    'in UTF-16 with its bytes the other way': (text: string) =>
      Buffer.from(`\uFEFF${text}`, 'utf16le').swap16(),
    'in Windows-1252': (text: string) => Buffer.from(text, 'latin1'),
  })) {
    for (const separator of [',', ';', '\t']) {
      it(`${what} with ${JSON.stringify(separator)} is read`, async () => {
        const into = new Importing();
        const text = `${HEADS}\r\n"Zoë, Müller",Proposal,"48000","2026-12-18",Groß\r\n`;
        const [heads, row] = text.split('\r\n');
        const parted = [heads!.replaceAll(',', separator), row!.replace(/(?<=[l"]),/g, separator)].join(
          '\r\n',
        );
        await into.take('deals.csv', encode(parted));
        assert.deepEqual(into.told, {
          'Zoë, Müller': 'Groß | - | proposal open | 48000 XXX | - 2026-12-18 - | -',
        });
      });
    }
  }

  it('in Windows-1250 is read as Central Europe writes', async () => {
    const into = new Importing();
    const bytes = Buffer.concat([
      Buffer.from(`${HEADS}\n`),
      // Łódź, Žižkov, příští
      Buffer.from([0xa3, 0xf3, 0x64, 0x9f, 0x20, 0x8e, 0x69, 0x9e, 0x6b, 0x6f, 0x76, 0x20, 0x70, 0xf8, 0xed]),
      Buffer.from(',Proposal,1,,\n'),
    ]);
    await into.take('deals.csv', bytes);
    assert.deepEqual(Object.keys(into.told), ['Łódź Žižkov pří']);
  });

  it('of nobody’s is read by its heads and contents, in the language of a spreadsheet', async () => {
    const into = new Importing();
    const { plan } = await into.take(
      'Vertrieb 2026-11.csv',
      'Titel;Kunde;Phase;Wert;Abschlussdatum;Kunden-ID;Region\nAcme;Acme GmbH;Angebot;48.000,50 €;18.12.2026;17;Nord\nGlobex;Globex AG;Gewonnen;1.000 €;02.10.2026;18;Süd\n',
    );
    assert.equal(plan.proposed.mapping.kind, 'vertrieb');
    assert.deepEqual(into.told, {
      Acme: 'Acme GmbH | - | proposal open | 48000.5 EUR | - 2026-12-18 - | vertrieb:17',
      Globex: 'Globex AG | - | unknown won | 1000 EUR | - - 2026-10-02 | vertrieb:18',
    });
  });

  for (const [what, encoded, becomes] of [
    [
      'German, in UTF-16 with tabs',
      Buffer.from(
        '\ufeffVerkaufschance\tFirmenname\tPhase\tBetrag\tAbschlussdatum\tZuständig\nBüro\tAcme\tAngebot\t1.234,56 €\t24.12.2026\tDana\nLager\tAcme\tVerloren - Preis\t"12.000,00 EUR"\t01.03.2026\tBen\n',
        'utf16le',
      ),
      {
        Büro: 'Acme | Dana | proposal open | 1234.56 EUR | - 2026-12-24 - | -',
        Lager: 'Acme | Ben | unknown lost | 12000 EUR | - - 2026-03-01 | -',
      },
    ],
    [
      'French, in Windows-1252 with its euro',
      Buffer.from(
        "Nom de l'affaire;Étape;Montant;Date de clôture;Propriétaire\nCafé;Négociation;1 234,56 \x80;24/12/2026;Zoé\nThé;Perdu - prix;12 k\x80;01/03/2026;Zoé\n",
        'latin1',
      ),
      {
        Café: '- | Zoé | negotiation open | 1234.56 EUR | - 2026-12-24 - | -',
        Thé: '- | Zoé | unknown lost | 12000 EUR | - - 2026-03-01 | -',
      },
    ],
  ] as const)
    it(`is read in its language: ${what}`, async () => {
      const into = new Importing();
      await into.take('export.csv', encoded);
      assert.deepEqual(into.told, becomes);
    });

  it('whose cells are parted by semicolons is, whatever title stands above and however many commas stand before decimals', async () => {
    const into = new Importing();
    await into.take(
      'board.csv',
      'Vertrieb, Stand November\n\nName;Phase;Betrag;Wahrscheinlichkeit;Rabatt\nAcme;Proposal;1500,50;12,5;1,5\nGlobex;Proposal;9,25;7,5;2,5\n',
    );
    assert.deepEqual(
      into.deals.map(({ title, value, probability }) => [title, value?.amount, probability]),
      [
        ['Acme', 1500.5, 12.5],
        ['Globex', 9.25, 7.5],
      ],
    );
  });

  it('with stages of no list has them spread in their order, and says so', async () => {
    const into = new Importing();
    const rows = ['Alpha', 'Beta', 'Gamma'].map(stage => `${stage} deal,${stage},,,`).join('\n');
    const { plan } = await into.take('deals.csv', `${HEADS}\n${rows}`);
    assert.deepEqual(
      plan.proposed.mapping.stages.map(({ is, how }) => [is, how]),
      [
        ['prospecting', 'spread'],
        ['needs-analysis', 'spread'],
        ['negotiation', 'spread'],
      ],
    );
    assert.ok(plan.remarks.some(({ say }) => say === 'stagesSpread'));
  });

  for (const [system, heads, rows] of [
    [
      'HubSpot',
      'Record ID,Deal Name,Deal Stage,Pipeline,Create Date,Close Date,Forecast category',
      [
        ['Contract Sent', 'Not forecasted', 'omitted'],
        ['Contract Sent', 'Best case', 'best_case'],
        ['Contract Sent', 'COMMIT', 'commit'],
        ['Contract Sent', 'OMIT', 'omitted'],
        ['Contract Sent', 'Pipeline', 'pipeline'],
        ['Closed Won', 'Closed won', undefined],
        ['Closed Won', 'CLOSED', undefined],
        ['Closed Lost', 'Not forecasted', undefined],
        ['Closed Lost', 'Commit', 'commit'],
      ],
    ],
    [
      'Salesforce',
      'Opportunity ID,Opportunity Name,Stage,Type,Created Date,Close Date,Forecast Category',
      [
        ['Prospecting', 'Omitted', 'omitted'],
        ['Prospecting', 'BestCase', 'best_case'],
        ['Closed Won', 'Closed', undefined],
      ],
    ],
    [
      'nobody, with Salesforce’s names',
      'ID,Deal,Stage,Pipeline,Created,Close Date,Forecast',
      [
        ['Proposal', 'Omitted', 'omitted'],
        ['Proposal', 'Best Case', 'best_case'],
        ['Proposal', 'BestCase', 'best_case'],
        ['Closed Won', 'Closed', undefined],
        ['Closed Lost', 'Omitted', undefined],
      ],
    ],
  ] as const)
    it(`has the forecast of each deal by the names of ${system}, and nothing where it only says that it’s over`, async () => {
      const into = new Importing();
      const lines = rows.map(
        ([stage, name], at) => `${at},D${at},${stage},Sales,2026-10-01,2026-11-01,${name}`,
      );
      const { plan } = await into.take('deals.csv', [heads, ...lines].join('\n'));
      assert.deepEqual(saidOf([...plan.noted, ...plan.notTaken]), []);
      assert.deepEqual(
        into.deals.toSorted((a, b) => (a.path < b.path ? -1 : 1)).map(({ forecast }) => forecast),
        rows.map(([, , forecast]) => forecast),
      );
      // What is open isn't closed, and what is between two of ours isn't one of them.
      for (const name of ['Closed won', 'Most likely']) {
        const open = `${heads}\n99,Open,${rows[0][0]},Sales,2026-10-01,2026-12-20,${name}\n`;
        assert.equal((await new Importing().take('deals.csv', open)).plan.noted.length, 1);
      }
    });

  it('of a system whose stages a mapping has the other way round says where progress would go back', async () => {
    const rows = 'Deal - ID,Deal - Title,Deal - Stage\n1,Acme,Qualified\n2,Globex,Contact Made\n';
    const told = async (said: MappingSaid) => {
      const plan = await new Importing().plan('deals.csv', rows, said);
      assert.ok(plan.ok);
      return plan.remarks.map(one => sentence(one)).filter(one => one.includes('a step back'));
    };
    assert.deepEqual(await told({}), []);
    const stages: MappingSaid['stages'] = [
      { name: 'Qualified', is: 'qualification', how: 'said' },
      { name: 'Contact Made', is: 'prospecting', how: 'said' },
    ];
    const [back, ...others] = await told({ stages });
    assert.match(back!, /^“Contact Made” comes after “Qualified” there and before it here/);
    assert.deepEqual(others, []);
  });

  it('has its ids in the first column that is called so and has no value twice', async () => {
    for (const [table, ids] of [
      ['Region ID,Ref ID,Project ID,Deal Name,Stage\nN,a,1,A,Demo\nN,b,2,B,Demo\n', ['deals:a', 'deals:b']],
      ['orderid,Deal Name,Stage\na,A,Demo\nb,B,Demo\n', ['deals:a', 'deals:b']],
      ['projectId,Deal Name,Stage\na,A,Demo\nb,B,Demo\n', ['deals:a', 'deals:b']],
      ['Region ID,Paid,Bid,Deal Name,Stage\nN,1,3,A,Demo\nN,2,4,B,Demo\n', []],
    ] as const) {
      const into = new Importing();
      await into.take('deals.csv', table);
      const found = Object.values(into.files.all).flatMap(text => /^source_id: (.*)$/m.exec(text)?.[1] ?? []);
      assert.deepEqual(found.toSorted(), ids, table);
    }
  });

  it('whose statuses are stages has them as stages, unless they only say open, won or lost', async () => {
    const into = new Importing();
    const heads = 'Deal,Company,Status,Outcome';
    const { plan } = await into.take(
      'sheet.csv',
      `${heads}\nA,Acme,Demo,\nB,Globex,Proposal,Won\nC,Hooli,Lost,\n`,
    );
    assert.deepEqual(plan.notTaken, []);
    assert.deepEqual(
      into.deals.map(({ title, stage, status, stageNotKnown }) => [
        title,
        stageNotKnown ? '-' : stage,
        status,
      ]),
      [
        ['A', 'needs-analysis', 'open'],
        ['B', 'proposal', 'won'],
        ['C', '-', 'lost'],
      ],
    );
    const becomes = async (table: string) => {
      const planned = await new Importing().plan('sheet.csv', table);
      return planned.ok && [...planned.proposed.mapping.columns.values()];
    };
    for (const table of [
      'Deal,Company,Status\nA,Acme,Open\nB,Globex,Won\n',
      'Deal,Company,State\nA,Acme,Texas\nB,Globex,Ohio\n',
    ])
      assert.deepEqual(await becomes(table), ['title', 'account', 'status']);
    assert.deepEqual(await becomes('Deal,Status,Stage\nA,Demo,Closing\n'), ['title', 'status', 'stage']);
  });

  it('that isn’t one of deals as it stands is refused with a mapping to begin with, and a column that a mapping alone has is told', async () => {
    const into = new Importing();
    const table = 'kunde nr,wert,phase\nAcme,5,Demo\n';
    const refused = await into.plan('sheet.csv', table);
    assert.ok(!refused.ok);
    assert.deepEqual(
      [...refused.couldBe!.columns],
      [
        ['kunde nr', { key: 'kunde_nr' }],
        ['wert', 'value'],
        ['phase', 'stage'],
      ],
    );
    const columns = new Map([
      ['kundenr', 'title'],
      ['phase', 'stage'],
      ['Firma', 'account'],
    ] as const);
    const { plan } = await into.take('sheet.csv', table, { columns });
    assert.deepEqual(plan.remarks[0], {
      say: 'columnsNotThere',
      args: { missing: ['Firma'], heads: ['kunde nr', 'wert', 'phase'] },
    });
    assert.equal(
      await into.refused('sheet.csv', table, { columns: new Map([['Firma', 'title']]) }),
      'This table has no column “Firma”. It has “kunde nr”, “wert”, “phase”.',
    );
  });

  it('whose days could be read in two ways is refused, until somebody says which', async () => {
    const text = `${HEADS}\nAcme,Proposal,1,03/04/2026,A\nGlobex,Proposal,1,05/06/2026,G\n`;
    const into = new Importing();
    assert.match(await into.refused('deals.csv', text), /--dates dmy or --dates mdy/);
    assert.deepEqual(into.files.all, {});
    await into.take('deals.csv', text, { dates: 'mdy' });
    assert.deepEqual(
      into.deals.map(({ closeDate }) => closeDate),
      ['2026-03-04', '2026-05-06'],
    );
    // It is kept with the mapping.
    const again = await into.take('deals.csv', text);
    assert.equal(again.plan.matched.length, 2);
    const other = new Importing();
    await other.take('deals.csv', text, { dates: 'dmy' });
    assert.equal(other.deals[0]!.closeDate, '2026-04-03');
  });

  it('takes the order of the days in a column by its head, however that is written, and tells of a head that it has not', async () => {
    const text = `${HEADS}\nAcme,Proposal,1,03/04/2026,A\n`;
    const head = HEADS.split(',')[3]!;
    const into = new Importing();
    const by = (name: string, order: 'dmy' | 'mdy') => ({ dates: new Map([[name, order]]) });
    assert.match(
      await into.refused('deals.csv', text, by('Clos', 'dmy')),
      /^This table has no column “Clos”\. It has “/,
    );
    await into.take('deals.csv', text, by(head, 'mdy'));
    assert.equal(into.deals[0]!.closeDate, '2026-03-04');
    // What is said now counts over what is kept.
    const { plan } = await into.take('deals.csv', text, by(head.toUpperCase(), 'dmy'));
    assert.deepEqual(plan.matched[0]!.incoming.fields['close_date'], '2026-04-03');
  });

  it('tells the order of its days by one that can be read in one way, and cuts times without a shift', async () => {
    const into = new Importing();
    const days = [
      '25/12/2026',
      '03/04/2027 23:59',
      '2026-12-18T23:30:00-08:00',
      '46374',
      '05-Mar-2027',
      'Oct 7, 2027 6:55 PM',
    ];
    const rows = days.map((day, at) => `Deal ${at},Proposal,1,"${day}",A`).join('\n');
    await into.take('deals.csv', `${HEADS}\n${rows}`);
    assert.deepEqual(
      into.deals.map(({ closeDate }) => closeDate),
      ['2026-12-25', '2027-04-03', '2026-12-18', '2026-12-18', '2027-03-05', '2027-10-07'],
    );
  });

  it('with amounts as people write them has them all, and in notes what is none', async () => {
    const into = new Importing();
    const amounts = ['48k', '"85,000"', '"1 234,56"', '(300)', '$5', 'a lot', '100.0', '-7'];
    const rows = amounts.map((amount, at) => `Deal ${at},Proposal,${amount},,A`).join('\n');
    const { plan } = await into.take('deals.csv', `${HEADS}\n${rows}`);
    assert.deepEqual(
      into.deals.map(({ value }) => value?.amount),
      [48000, 85000, 1234.56, undefined, 5, undefined, 100, undefined],
    );
    assert.deepEqual(
      plan.noted.map(({ row }) => row),
      [5, 7, 9],
    );
    assert.equal(saidOf(plan.noted)[1], '7 Value: “a lot” isn’t an amount. It’s in the notes.');
    assert.match(into.files.all['/team/deals/deal-5.md']!, /\nValue: a lot\n/);
  });
});

describe('of a table with faults', () => {
  it('with dashes, “N/A”, “null” and the like where there is nothing has nothing there, and tells nothing of it', async () => {
    const heads =
      'Id,Deal Name,Stage,Owner,Amount,Close Date,Probability,Email,Phone,Lost Reason,Region,Notes';
    const into = new Importing();
    const blank = (said: string, at: number) =>
      `${said},Deal ${at},Proposal,${said},${said},${said},${said},${said},${said},${said},North,${said}`;
    const rows = ['-', '–', 'n/a', 'N/A', 'none', 'null', 'NULL', '#N/A', '(blank)', '--None--'].map(blank);
    const { plan } = await into.take('deals.csv', [heads, ...rows].join('\n'), { owner: null });
    assert.deepEqual(saidOf([...plan.notTaken, ...plan.noted]), []);
    const made = Object.values(into.files.all).filter(text => text.includes('region: North'));
    assert.equal(made.length, rows.length);
    for (const text of made)
      assert.doesNotMatch(
        text,
        /value:|close_date:|probability:|owner:|contacts:|lost_reason:|source_id:|null|none|n\/a/i,
      );
  });

  it('in which only the column knows whether a word is nothing keeps names, and empties what was emptied so', async () => {
    const table = (amount: string, owner: string) =>
      `Deal ID,Deal Name,Stage,Owner,Amount,Region\n1,None,Proposal,${owner},${amount},NA\n`;
    const into = new Importing();
    await into.take('deals.csv', table('5 EUR', 'Na'));
    assert.deepEqual(into.told, { None: '- | Na | proposal open | 5 EUR | - - - | deals:1' });
    assert.match(into.files.all[`${FOLDER}/none.md`]!, /^region: NA$/m);
    await into.take('deals.csv', table('n/a', '-'));
    assert.deepEqual(into.told, { None: '- | - | proposal open | - | - - - | deals:1' });
  });

  it('with shares for probabilities knows them beside cells that say nothing', async () => {
    const into = new Importing();
    await into.take(
      'deals.csv',
      'Deal Name,Stage,Probability\nA,Proposal,0.2\nB,Proposal,n/a\nC,Proposal,1\n',
    );
    assert.deepEqual(
      into.deals.map(({ probability }) => probability),
      [20, undefined, 100],
    );
  });

  it('tells of each day still to come on which something is said to have happened, once, and takes none', async () => {
    const into = new Importing();
    const table = [
      'Deal Name,Stage,Created,Close Date,Won Time,Lost Time,Date entered Proposal,Last stage change',
      'A,Closed Won,2026-01-05,2027-03-01,,,,',
      'B,Closed Lost,2027-01-05,2026-03-01,,2027-03-02,2027-03-03,2027-03-04',
      'C,Proposal,,2027-03-01,,,,',
    ].join('\n');
    const { plan } = await into.take('deals.csv', table);
    assert.deepEqual(saidOf(plan.noted), [
      '2 Close Date: This deal is won, but 2027-03-01 is still to come. It was taken as close_date; set closed_on to the day on which it was won.',
      ...[
        ['Created', '2027-01-05'],
        ['Lost Time', '2027-03-02'],
        ['Date entered Proposal', '2027-03-03'],
        ['Last stage change', '2027-03-04'],
      ].map(
        ([head, day]) =>
          `3 ${head}: This can’t have happened on ${day}, which is still to come. It’s in the notes.`,
      ),
    ]);
    assert.deepEqual(into.told, {
      A: '- | - | unknown won | - | 2026-01-05 2027-03-01 - | -',
      B: '- | - | unknown lost | - | - - 2026-03-01 | -',
      C: '- | - | proposal open | - | - 2027-03-01 - | -',
    });
    assert.match(into.files.all[`${FOLDER}/b.md`]!, /^Lost Time: 2027-03-02$/m);
  });

  it('what can be taken is taken, and each row that can’t is told', async () => {
    const into = new Importing();
    const rows = [
      ROW,
      'Broken,"Proposal,1,2026-12-18,B',
      ',Proposal,1,2026-12-18,',
      'Many,Proposal,1,2026-12-18,B,more,cells',
      'None,,1,2026-12-18,B',
      'Old,Proposal,1,1899-12-30,O',
      'Short,Proposal',
      ',,,,',
      'Last,Closing,5,2026-12-18,L',
    ];
    const { plan, done } = await into.take('deals.csv', [HEADS, ...rows].join('\n'));
    assert.deepEqual(saidOf(plan.notTaken), [
      '3: This row has a quotation mark that isn’t closed, so it can’t be read.',
      '4 Deal Name: This row has no title and no account.',
      '5: This row has 7 cells for 5 headings. Perhaps a cell has a separator in it and no quotes around it.',
      '6 Stage: This row has no stage.',
    ]);
    assert.deepEqual(saidOf(plan.noted), [
      '7 Close Date: The day 1899-12-30 can’t be right. It’s in the notes.',
    ]);
    assert.deepEqual(
      done.created.map(({ incoming: { title } }) => title),
      ['Acme', 'Old', 'Short', 'Last'],
    );
  });

  it('a file of which no row can be read is told so, with the first row and the reason', async () => {
    const quote = 'This row has a quotation mark that isn’t closed, so it can’t be read.';
    for (const [name, text, row] of [
      ['deals.csv', `${HEADS}\nAcme,Proposal,1,2026-12-18,"B`, 2],
      ['deals.csv', `${HEADS}\n\nAcme,"Proposal,1,2026-12-18,B\n"Two\n`, 3],
      ['deals.csv', `"${HEADS}\nAcme,Proposal,1,2026-12-18,B\n`, 1],
      ['notes.csv', 'Activity ID,Activity date,Note body,Associated Deal IDs\n1,2026-10-01,"x,1', 2],
    ] as const) {
      const said = `Nothing of this file could be read. Row ${row}: ${quote}`;
      const into = new Importing();
      if (name === 'deals.csv') assert.equal(await into.refused(name, text), said);
      else await assert.rejects(into.add(name, text), { message: said });
    }
  });

  it('a broken quote in row 7,312 loses that row alone', async () => {
    const into = new Importing();
    const rows = Array.from({ length: 9000 }, (_, at) => `Deal ${at},Proposal,1,2026-12-18,"Account, ${at}"`);
    rows[7310] = 'Deal 7310,Proposal,1,2026-12-18,"Account 7310';
    const plan = await into.plan('deals.csv', [HEADS, ...rows].join('\r\n'));
    assert.ok(plan.ok);
    assert.deepEqual(saidOf(plan.notTaken), [
      '7312: This row has a quotation mark that isn’t closed, so it can’t be read.',
    ]);
    assert.equal(plan.fresh.length, 8999);
  });

  it('rows of one id that contradict each other are told, and those that don’t are one', async () => {
    const into = new Importing();
    const { plan } = await into.take(
      'deals.csv',
      'Deal ID,Deal Name,Stage,Value\n1,Acme,Proposal,1\n1,Acme,Proposal,1\n2,Globex,Proposal,1\n2,Globex,Proposal,9\n',
    );
    assert.equal(into.deals.length, 2);
    assert.equal(plan.notTaken.length, 1);
    assert.match(
      saidOf(plan.notTaken)[0]!,
      /^5: This row is “deals:2” again and differs from row 4 in value/,
    );
  });

  for (const [what, content, why] of [
    ['empty', '', /is empty/],
    ['of blank lines', '\n\n  \n', /is empty/],
    ['of heads alone', HEADS, /no rows/],
    ['binary', Buffer.from([0x50, 0x4b, 3, 4, 0, 0, 1, 2]), /isn’t an Excel file, or it’s damaged/],
    ['of other things', 'Recipe,Flour,Sugar\nCake,200,100\n', /headings|look like/],
    ['of a million columns', `${'a,'.repeat(1_000_000)}\n`, /more than 1,000 columns/],
    ['without a stage', 'Deal Name,Value\nAcme,1\n', /No column says which stage/],
  ] as const) {
    it(`that is ${what} nothing is written`, async () => {
      const into = new Importing();
      assert.match(await into.refused('deals.csv', content), why);
      assert.deepEqual(into.files.all, {});
    });
  }

  it('formulas, HTML and YAML are texts', async () => {
    const into = new Importing();
    const title = `=HYPERLINK("http://x.example") <img src=x onerror=alert(1)> # not: {yaml}`;
    const notes = '<script>alert(1)</script><p>Said &lt;b&gt; &amp; more</p>';
    const cells = [`'${title}`, 'Proposal', '1', '', '---\nstage: won'].map(
      cell => `"${cell.replaceAll('"', '""')}"`,
    );
    await into.take('deals.csv', `${HEADS},Notes\n${cells.join(',')},"${notes}"\n`);
    const [deal] = into.deals;
    assert.equal(deal!.title, title);
    assert.equal(deal!.account, '--- stage: won');
    const [text] = Object.entries(into.files.all).flatMap(([file, one]) =>
      file.endsWith('.md') ? [one] : [],
    );
    assert.match(text!, /\nSaid \\<b> & more\n/);
    assert.doesNotMatch(text!, /script/);
  });

  it('a title, a path and an id lead to no other folder', async () => {
    const into = new Importing();
    const json = JSON.stringify([
      { path: '../../evil.md', title: '../../up', stage: 'proposal', contractValue: null, status: 'open' },
      { path: '/etc/x.md', title: '..', stage: 'proposal', contractValue: null, status: 'open' },
    ]);
    await into.take('deals.json', json);
    assert.ok(
      Object.keys(into.files.all).every(file => /^\/team\/deals\/(?:_import\/)?[\w-]+\.\w+$/.test(file)),
    );
  });
});

describe('a table that a person has made', () => {
  it('may have two columns of one name: the second becomes a key of its own', async () => {
    const into = new Importing();
    const { plan } = await into.take('crm.csv', 'Deal Name,Stage,Value,Value\nAcme,Proposal,5,6\n');
    assert.match(into.files.all['/team/deals/acme.md']!, /\nvalue: 5\nvalue_2: 6\n/);
    assert.deepEqual([...plan.proposed.mapping.columns.keys()], ['Deal Name', 'Stage', 'Value', 'Value (2)']);
    const again = await into.take('crm.csv', 'Deal Name,Stage,Value,Value\nAcme,Proposal,5,7\n');
    assert.deepEqual(
      again.done.updated[0]!.taken.map(({ field }) => field),
      ['value_2'],
    );
  });

  it('may have sums between its rows and below them: the rows between are deals all the same', async () => {
    const into = new Importing();
    const { plan } = await into.take(
      'crm.csv',
      'Account,Deal Name,Stage,Value\nAcme,One,Proposal,5\nTotal,,,5\nGlobex,Two,Proposal,6\nTotal (2),,,"EUR 11"\n\nDeals Inc\nCopyright (c) 2026 Deals Inc\n',
    );
    assert.deepEqual([Object.keys(into.told), plan.notTaken, plan.surveyed.rows], [['One', 'Two'], [], 2]);
  });

  it('may have deals of the company Total', async () => {
    const into = new Importing();
    await into.take(
      'crm.csv',
      'Account,Deal Name,Stage,Value\nTotal,Refinery,Proposal,5\nAcme,One,Proposal,5\n',
    );
    assert.deepEqual(Object.keys(into.told).sort(), ['One', 'Refinery']);
  });
});

describe('a deal that somebody has made by hand', () => {
  const text =
    '---\ntitle: acme\naccount: ACME corp\nstage: proposal\ncreated: 2026-01-01\ncontacts: [{email: lee@acme.example}]\n---\n';

  it('is not made again by its account and title, and is told', async () => {
    const into = new Importing({ 'mine.md': text });
    const { plan } = await into.take('deals.csv', `${HEADS}\n${ROW}\n`);
    assert.deepEqual([plan.fresh.length, plan.likely[0]!.by, into.deals.length], [0, 'title', 1]);
    assert.match(
      saidOf(plan.notTaken)[0]!,
      /^2: There already is a deal with this account and title: mine\.md/,
    );
    assert.equal(into.files.all['/team/deals/mine.md'], text);
  });

  it('is told where only a contact or its domain is the same', async () => {
    const into = new Importing({ 'mine.md': text });
    const heads = 'Deal Name,Stage,Email';
    const { plan } = await into.take(
      'deals.csv',
      `${heads}\nOne,Proposal,lee@acme.example\nTwo,Proposal,x@acme.example\n`,
    );
    assert.deepEqual(
      plan.likely.map(({ incoming: { title }, by }) => [title, by]),
      [
        ['One', 'contact'],
        ['Two', 'domain'],
      ],
    );
    assert.equal(into.deals.length, 3);
  });
});

describe('a mapping', () => {
  it('that a person writes counts, and a stage that it lacks is told', async () => {
    const into = new Importing({
      '_import/deals.yaml':
        'columns:\n  Deal Name: title\n  Stage: stage\n  Value: {key: worth}\n  Account: nothing\nstages:\n  Proposal: closing\n',
    });
    const { plan } = await into.take('deals.csv', `${HEADS}\n${ROW}\nGlobex,Later,1,,G\n`);
    assert.deepEqual(into.told, { Acme: '- | - | closing open | - | - - - | -' });
    assert.match(into.files.all['/team/deals/acme.md']!, /\nworth: 48000\n/);
    assert.deepEqual(saidOf(plan.notTaken), [
      '3 Stage: The mapping doesn’t say what the stage “Later” is. Add it there.',
    ]);
  });

  for (const [what, text, why] of [
    ['no mapping', 'just text', /Expected a mapping/],
    ['a target that there is not', 'columns:\n  A: titel\n', /“A” can’t become “"titel"”/],
    ['a stage that there is not', 'stages:\n  A: somewhere\n', /“A” can’t become “somewhere”/],
    ['a key that there is not', 'colums: {}\n', /no “colums”/],
  ] as const) {
    it(`with ${what} is refused, and nothing is written`, async () => {
      const into = new Importing({ '_import/deals.yaml': text });
      assert.match(await into.refused('deals.csv', `${HEADS}\n${ROW}\n`), why);
    });
  }

  for (const encoding of ['utf-8', 'utf16le', 'latin1'] as const)
    it(`has a stray NUL as a cell with broken bytes, with its row, and takes all else: ${encoding}`, async () => {
      const into = new Importing();
      const mark = encoding === 'utf16le' ? '\uFEFF' : '';
      const rows = ['Deal,Stage,Value,Account', 'Zoë,Proposal,48\x00000,Acme', 'B,Proposal,500,Größe'];
      const { plan } = await into.take('crm.csv', Buffer.from(`${mark}${rows.join('\n')}\n`, encoding));
      assert.deepEqual(
        plan.lost.map(({ row, column, says }) => [row, column, /broken, so this cell/.test(sentence(says))]),
        [[2, 'Value', true]],
      );
      assert.match(into.told['B']!, / 500 /);
      assert.doesNotMatch(into.told['Zoë']!, /48/);
    });
});
