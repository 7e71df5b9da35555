import assert from 'node:assert/strict';
import fc from 'fast-check';
import { alreadyIn } from '../../../../src/actions/imports/planBeside';
import { loggedIn } from '../../../../src/core/notes/log';
import { readNotes } from '../../../../src/core/notes/readNotes';
import { datedTasksIn } from '../../../../src/core/notes/todos';
import { forAllInTime } from '../../support/property';
import { fixture, FOLDER, Importing, leftIn, saidOf } from './support/importing';

const deal = (title: string, sourceId?: string, body = '', account = 'Acme') =>
  `---\ntitle: ${title}\naccount: ${account}\nstage: proposal\n${sourceId ? `source_id: ${sourceId}\n` : ''}---\n\n${body}`;

const textIn = (into: Importing, name: string) => into.files.all[`${FOLDER}/${name}`]!;
const logOf = (into: Importing, name: string) =>
  loggedIn(readNotes(textIn(into, name))).map(one => `${one.on} ${one.activity().what}`);

describe('activities that were exported beside deals', () => {
  it('of HubSpot go into the logs of their deals, by the ids, as words that mean nothing else', async () => {
    const into = new Importing();
    await into.take('deals.csv', fixture('hubspot.csv'));
    const { plan } = await into.add('all-activities.csv', fixture('hubspot-activities.csv'));
    assert.equal(plan.system?.name, 'HubSpot');
    assert.deepEqual(logOf(into, 'acme-scanners.md'), [
      '2026-11-20 note: They compare us with Initech & two others. # not a heading',
      '2026-11-18 call: Pricing: Asked for a reference customer. - [ ] 2026-12-04 not a to-do of ours',
    ]);
    assert.deepEqual(logOf(into, 'globex-rollout.md'), [
      '2026-11-19 mail: Quote: Attached as agreed.',
      '2026-11-18 call: Pricing: Asked for a reference customer. - [ ] 2026-12-04 not a to-do of ours',
    ]);
    assert.deepEqual(saidOf(leftIn(plan)), [
      '5 Associated Deal IDs: There is no deal “Unknown deal” here. Import the deals first; or add the row’s id to the one that’s meant as source_id.',
    ]);
    assert.deepEqual(datedTasksIn(readNotes(textIn(into, 'acme-scanners.md'))), []);
  });

  it('of Pipedrive too, from both of its files; what is not done yet is told', async () => {
    const into = new Importing({ 'scanners.md': deal('Acme scanners', 'pipedrive:11') });
    const { plan } = await into.add('activities.csv', fixture('pipedrive-activities.csv'));
    assert.equal(plan.system?.name, 'Pipedrive');
    assert.deepEqual(saidOf(leftIn(plan)), ['4 Activity - Done: This isn’t done yet, so it wasn’t logged.']);
    await into.add('notes.csv', fixture('pipedrive-notes.csv'));
    assert.deepEqual(logOf(into, 'scanners.md'), [
      '2026-11-15 meeting: Demo',
      '2026-11-12 note: Budget is set for Q1',
      '2026-11-10 call: Nobody answered',
    ]);
  });

  it('of Salesforce, whose ids have 15 characters in one export and 18 in another', async () => {
    const into = new Importing({ 'acme.md': deal('Acme', 'salesforce:0065g00000AbCdE') });
    const { plan } = await into.add(
      'Task.csv',
      fixture('salesforce-tasks.csv').toString().replaceAll('006A', '0065g00000AbCdEAAQ'),
    );
    assert.deepEqual(logOf(into, 'acme.md'), ['2026-11-05 call: They want a pilot']);
    assert.equal(plan.notTaken.length, 1);
  });

  it('are known by the title where no id is there, and by the account where several have that title', async () => {
    const into = new Importing({
      'one.md': deal('Renewal', undefined, '', 'Acme'),
      'two.md': deal('Renewal', undefined, '', 'Globex'),
      'three.md': deal('Pilot', 'crm:3'),
    });
    const { plan } = await into.add(
      'calls.csv',
      [
        'Deal,Company,Date,Subject',
        'renewal,Globex,2026-11-02,Terms',
        'Renewal,Hooli,2026-11-02,Whose?',
        'Pilot,,2026-11-02,First call',
      ].join('\n'),
    );
    assert.deepEqual(logOf(into, 'two.md'), ['2026-11-02 call: Terms']);
    assert.deepEqual(logOf(into, 'three.md'), ['2026-11-02 call: First call']);
    assert.deepEqual(saidOf(leftIn(plan)), [
      '3 Deal: “Renewal” could be one.md, two.md. Add the row’s id to the one that’s meant as source_id.',
    ]);
  });

  it('are not given to another deal of that title, which the system has under another id', async () => {
    const into = new Importing({ 'pilot.md': deal('Pilot', 'pipedrive:3'), 'own.md': deal('Trial') });
    const { plan } = await into.add(
      'activities.csv',
      'Activity - Subject,Activity - Due date,Activity - Deal,Deal - ID\nCall,2026-11-02,Pilot,4\nCall,2026-11-02,Trial,5\n',
    );
    assert.equal(logOf(into, 'pilot.md').length, 0);
    assert.deepEqual(logOf(into, 'own.md'), ['2026-11-02 Call']);
    assert.deepEqual(
      leftIn(plan).map(({ row }) => row),
      [2],
    );
  });

  it('keep a long text whole, below a line that is read at a glance', async () => {
    const long = `We met all four of them. ${'They asked many things. '.repeat(20)}\n\n# Second part\n- one\n- [ ] 2026-12-01 two`;
    const into = new Importing({
      'acme.md': deal('Acme', undefined, '## Log\n\n- 2026-11-01 call\n\n## Plan\n\nMore.\n'),
    });
    await into.add('notes.csv', `Deal,Date,Body\nAcme,2026-11-03,"${long}"\n`);
    const text = textIn(into, 'acme.md');
    assert.match(
      text,
      /^- 2026-11-03 note: We met all four of them\. They asked .{20,100}…\n\n {2}We met all four/m,
    );
    assert.match(
      text,
      /^ {2}\\# Second part\n {2}- one\n {2}- \\\[ \] 2026-12-01 two\n- 2026-11-01 call\n\n## Plan/m,
    );
    assert.deepEqual(datedTasksIn(readNotes(text)), []);
    assert.equal(logOf(into, 'acme.md').length, 2);
    const before = into.files.all;
    await into.add('notes.csv', `Deal,Date,Body\nAcme,2026-11-03,"${long}"\n`);
    assert.deepEqual(into.files.all, before);
  });

  it('are never logged twice, though somebody has changed or deleted the line', async () => {
    const rows =
      'Record ID,Associated Deal IDs,Activity date,Note body\n1,9,2026-11-02,First\n2,9,2026-11-03,Second\n';
    const into = new Importing({ 'acme.md': deal('Acme', 'hubspot:9') });
    await into.add('notes.csv', rows);
    const { files } = into;
    await files.update([`${FOLDER}/acme.md`], text => {
      const after = text.replace('note: First', 'note: our first').replace(/^- .*Second\n/m, '');
      return { ok: true, edited: { edits: [{ start: 0, end: text.length, text: after }], text: after } };
    });
    const before = files.all;
    const { plan } = await into.add('notes.csv', rows);
    assert.deepEqual(files.all, before);
    assert.deepEqual(plan.notTaken, []);
    await into.add('notes.csv', `${rows}3,9,2026-11-04,Third\n`);
    assert.deepEqual(logOf(into, 'acme.md'), ['2026-11-04 note: Third', '2026-11-02 note: our first']);
    files.write(`${FOLDER}/acme.md`, textIn(into, 'acme.md').replace(/^- .*Third\n/m, ''));
    await into.add('notes.csv', `${rows}3,9,2026-11-04,Third\n`);
    assert.deepEqual(logOf(into, 'acme.md'), ['2026-11-02 note: our first']);
  });

  it('whose days can be read in two ways are asked about', async () => {
    const into = new Importing({ 'acme.md': deal('Acme') });
    const table = 'Deal,Date,Subject,Type\nAcme,03/04/2026,Terms,Call\n';
    await assert.rejects(into.add('calls.csv', table), /“Date” could have the day or the month first/);
    await into.add('calls.csv', table, 'dmy');
    assert.deepEqual(logOf(into, 'acme.md'), ['2026-04-03 call: Terms']);
  });

  it('that say nothing, or no day, are told by row and column', async () => {
    const into = new Importing({ 'acme.md': deal('Acme') });
    const { plan } = await into.add(
      'list.csv',
      [
        'Deal,Activity date,Subject',
        'Acme,,No day',
        'Acme,soon,Soon',
        'Acme,2027-01-05,Later',
        'Acme,2026-11-05,',
        ',2026-11-05,Whose',
        'Acme,2026-11-05,Taken',
      ].join('\n'),
    );
    assert.deepEqual(saidOf(leftIn(plan)), [
      '2 Activity date: This row has no day.',
      '3 Activity date: “soon” isn’t a day on which something happened.',
      '4 Activity date: Its day, 2027-01-05, is still to come, so it wasn’t logged.',
      '5: This row has nothing to log.',
      '6 Deal: This row names no deal.',
    ]);
  });

  it('leave a table of deals one of deals', async () => {
    const into = new Importing();
    for (const name of [
      'hubspot',
      'pipedrive',
      'salesforce-report',
      'salesforce-api',
      'zoho',
      'close',
      'odoo',
      'espocrm',
      'copper',
      'attio',
      'monday',
    ])
      await assert.rejects(into.add(`${name}.csv`, fixture(`${name}.csv`), 'mdy'), /a table of deals/, name);
  });

  it('each have one line, in any order and however often they are imported; all else in the file stays', () => {
    const activity = fc.record({
      day: fc.integer({ min: 1, max: 28 }),
      text: fc.oneof(
        fc.string({ unit: 'grapheme', maxLength: 40 }),
        fc.constantFrom(
          'Same',
          '# a',
          '- b',
          '> c',
          '[x] d',
          '1. e',
          ': f',
          '– g',
          '<b>h</b>',
          '```',
          '---',
          'x '.repeat(300),
        ),
      ),
      hasId: fc.boolean(),
    });
    const bodies = [
      '',
      'Notes.\n',
      '## Log\n\n- 2026-11-20 note: Same\n- 2026-11-02 call\n',
      '## Log\n\n* 2026-10-02 a\n  b\n* 2026-11-02 c\n\n## Plan\n\n- [ ] 2026-12-01 Ring\n',
    ];
    return forAllInTime(
      fc.tuple(fc.array(activity, { minLength: 1, maxLength: 12 }), fc.constantFrom(...bodies), fc.boolean()),
      async ([activities, body, withIds]) => {
        const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;
        const rows = activities.map(({ day, text }, at) => {
          const id = withIds ? String(at) : '';
          return [id, 'Acme', `2026-11-${String(day).padStart(2, '0')}`, quoted(text)].join(',');
        });
        const table = (some: readonly string[]) => ['ID,Deal,Activity date,Note body', ...some].join('\n');
        const into = new Importing({ 'acme.md': deal('Acme', undefined, body) });
        const logBefore = logOf(into, 'acme.md');
        const todos = datedTasksIn(readNotes(textIn(into, 'acme.md'))).length;
        const { plan, done } = await into.add('notes.csv', table(rows));
        const added = done.changed.flatMap(one => one.added);
        const there = plan.deals.flatMap(one => one.rows).length - added.length;
        assert.equal(added.length + there + plan.notTaken.length, rows.length);
        const log = logOf(into, 'acme.md');
        assert.equal(log.length, logBefore.length + added.length);
        assert.ok(logBefore.every(line => log.includes(line)));
        for (const { line } of added) assert.ok(log.includes(line), line);
        assert.equal(datedTasksIn(readNotes(textIn(into, 'acme.md'))).length, todos);
        const lines = body.split('\n').filter(line => line.trim());
        const after = textIn(into, 'acme.md').split('\n');
        assert.ok(lines.every(line => after.includes(line)));
        const before = into.files.all;
        await into.add('notes.csv', table(rows));
        assert.deepEqual(into.files.all, before);
        if (!withIds) return;
        await into.add('notes.csv', table(rows.toReversed()));
        assert.deepEqual(into.files.all, before);
      },
      100,
    );
  });

  describe('with one id and other words', () => {
    const HEAD = 'Record ID,Activity date,Note body,Associated Deal IDs';
    const note = (on: string, text: string) => `902,${on},${text},3`;
    const DEAL = { 'a.md': '---\ntitle: A\nstage: proposal\nsource_id: hubspot:3\n---\n' };
    const logOf = (into: Importing) =>
      into.files.all[`${FOLDER}/a.md`]!.split('\n').filter(line => line.startsWith('- '));

    it('lists the second row, and logs the first; in the same words it’s there already', async () => {
      for (const second of [note('2026-10-02', 'other'), note('2026-10-05', 'first')]) {
        const into = new Importing(DEAL);
        const rows = [HEAD, note('2026-10-02', 'first'), second, note('2026-10-02', 'first')].join('\n');
        const { plan } = await into.add('notes.csv', rows);
        assert.deepEqual(logOf(into), ['- 2026-10-02 note: first']);
        assert.deepEqual(
          saidOf(plan.notTaken).map(said => said.slice(0, 70)),
          ['3: This row is “902” again and says something else than row 2, which w'],
        );
        assert.equal(alreadyIn(plan), 1);
      }
    });

    it('lists what was changed there since, until the log says it, and nothing else', async () => {
      const into = new Importing(DEAL);
      const first = [HEAD, note('2026-10-02', 'first')].join('\n');
      await into.add('notes.csv', first);
      const edited = [HEAD, note('2026-10-02', 'first edited')].join('\n');
      for (let time = 0; time < 2; time++) {
        const { plan, done } = await into.add('notes.csv', edited);
        assert.deepEqual(done.changed, []);
        assert.deepEqual(saidOf(plan.notTaken), [
          '2: This was logged in a.md before, and has changed in the table since. It says now: “2026-10-02 note: first edited”. If that’s right, change the line there.',
        ]);
        assert.equal(alreadyIn(plan), 0);
      }
      const file = `${FOLDER}/a.md`;
      into.files.write(file, into.files.all[file]!.replace('note: first', 'note: first edited'));
      assert.deepEqual((await into.add('notes.csv', edited)).plan.notTaken, []);
      into.files.write(
        file,
        into.files.all[file]!.replace('- 2026-10-02 note: first edited', '- 2026-10-02 mine'),
      );
      const { plan, done } = await into.add('notes.csv', edited);
      assert.deepEqual([plan.notTaken, done.changed], [[], []]);
    });

    it('takes for known what was logged before the words were kept', async () => {
      const into = new Importing({
        ...DEAL,
        '_import/hubspot-log.json': '{"version": 1, "logged": ["902 hubspot:3"]}',
      });
      const { plan, done } = await into.add('notes.csv', [HEAD, note('2026-10-02', 'first')].join('\n'));
      assert.deepEqual([plan.notTaken, done.changed], [[], []]);
      const { plan: edited } = await into.add('notes.csv', [HEAD, note('2026-10-02', 'edited')].join('\n'));
      assert.equal(edited.notTaken.length, 1);
    });
  });

  it('lists a row with more cells than headings, and takes the others', async () => {
    const into = new Importing({ 'a.md': '---\ntitle: A\nstage: proposal\n---\n' });
    const { plan } = await into.add(
      'calls.csv',
      'Deal,Date,Subject\nA,2026-11-02,One\nA,2026-11-03,Two,more\nA,2026-11-04,Three,\n',
    );
    assert.deepEqual(
      saidOf(plan.notTaken).map(said => said.slice(0, 30)),
      ['3: This row has 4 cells for 3 '],
    );
    assert.deepEqual(
      plan.deals.flatMap(({ adds }) => adds.map(({ row }) => row)),
      [2, 4],
    );
  });

  it('asks about the order of days with one that can be read in two ways', async () => {
    const days = ['2026-03-05 14:15:33.123456+00:00', '2026-03-05', '3/5/2026 11:15 PM'];
    const into = new Importing({ 'a.md': '---\ntitle: A\nstage: proposal\n---\n' });
    const calls = ['Deal,Date,Subject', ...days.map((day, at) => `A,${day},Call ${at}`)].join('\n');
    await assert.rejects(into.add('calls.csv', calls), /as in “3\/5\/2026 11:15 PM”/);
    const deals = ['Deal,Stage,Created', ...days.map((day, at) => `Deal ${at},Proposal,${day}`)].join('\n');
    assert.match(await into.refused('deals.csv', deals), /as in “3\/5\/2026 11:15 PM”/);
  });
});
