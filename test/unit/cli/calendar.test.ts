import assert from 'node:assert/strict';
import ICAL from 'ical.js';
import { date } from '../support/deals';
import { deal, temporaryFolder } from './support/folder';
import { runIn } from './support/terminal';

describe('deal-notes calendar', () => {
  const folder = temporaryFolder();
  const run = async (now: number, ...args: string[]) => {
    const clock = { today: () => date('2026-11-30'), now: () => now };
    const { out, err, code } = await runIn(folder.root, ['calendar', ...args], { clock });
    assert.deepEqual([err, code], ['', 0]);
    const events = new ICAL.Component(ICAL.parse(out) as unknown[]).getAllSubcomponents('vevent');
    return events.map(one => new ICAL.Event(one));
  };
  const write = (step: string, on: string) =>
    folder.write(
      'acme.md',
      deal('title: Acme', 'owner: dana', 'stage: proposal', `next_step: ${step}`, `next_step_on: ${on}`),
    );

  it('is of the deals that are asked for', async () => {
    write('Ring', '2026-12-02');
    folder.write('b.md', deal('title: Globex', 'owner: ben', 'stage: closing', 'close_date: 2026-12-24'));
    folder.write('c.md', deal('title: Won', 'stage: closing', 'status: won', 'next_step_on: 2026-12-24'));
    const all = await run(0);
    assert.deepEqual(
      all.map(({ summary, startDate }) => `${startDate.toString()} ${summary}`),
      ['2026-12-02 Acme: Ring', '2026-12-24 Globex closes'],
    );
    assert.deepEqual(
      (await run(0, '--owner', 'ben')).map(({ summary }) => summary),
      ['Globex closes'],
    );
  });

  it('has an id of its own for each day, however alike the names of files and the words of to-dos are', async () => {
    const text = deal('title: A', 'stage: proposal', 'close_date: 2026-12-24');
    for (const name of ['a b.md', 'a.b.md', 'a%20b.md', 'b/c.md', 'b.c.md', 'x.b.md'])
      folder.write(name, text);
    folder.write('b.md', `${text}- [ ] 2026-12-05 Call\n- [ ] 2026-12-05 Call x\n- [ ] 2026-12-05 Call.x\n`);
    folder.write('x.md', `${text}- [ ] 2026-12-05 Call.b\n- [ ] 2026-12-05 Call\n`);
    const all = await run(0);
    assert.equal(all.length, 13);
    assert.equal(new Set(all.map(({ uid }) => uid)).size, all.length);
  });

  it('has ids of its own for each pipeline, though most are called deals, and keeps them where only folders above are others', async () => {
    const text = `${deal('title: A', 'stage: proposal', 'close_date: 2026-12-24')}- [ ] 2026-12-05 ${'ä '.repeat(90)}\n`;
    const places = ['n/deals', 's/deals', 'n/sales', 'home/n/deals'];
    for (const place of places) folder.write(`${place}/acme.md`, text);
    const uids: string[][] = [];
    for (const place of places) uids.push((await run(0, place)).map(({ uid }) => uid));
    assert.deepEqual(uids[3], uids[0]);
    assert.equal(new Set(uids.flat()).size, 6);
    for (const uid of uids.flat()) assert.match(uid, /^[\da-f]{32}@deal-notes$/);
  });

  it('says how many files are left out as they can’t be read', async () => {
    write('Ring', '2026-12-02');
    folder.write('a.md', deal('title: [A', 'stage: proposal'));
    const { err, code } = await runIn(folder.root, ['calendar']);
    assert.deepEqual(
      [err, code],
      ['Left out: 1 file that cannot be read. Run deal-notes check to see why.\n', 0],
    );
  });

  it('says that a deal in conflict counts by its first side, as the review does', async () => {
    const text = deal(
      'title: A',
      'stage: proposal',
      '<<<<<<< a',
      'close_date: 2026-12-24',
      '=======',
      'close_date: 2026-12-31',
      '>>>>>>> b',
    );
    folder.write('a.md', text);
    for (const command of ['calendar', 'review']) {
      const { err } = await runIn(folder.root, [command]);
      assert.match(err, /^1 deal is in conflict; its first side counts\.$/m, command);
    }
  });

  it('leaves days out whose year was mistyped and says where they are, and that a calendar is empty', async () => {
    const clock = { today: () => date('2026-11-30'), now: () => 0 };
    folder.write('acme.md', deal('title: Acme', 'stage: proposal', 'close_date: 0206-12-18'));
    const { out, err, code } = await runIn(folder.root, ['calendar'], { clock });
    assert.doesNotMatch(out, /VEVENT/);
    assert.deepEqual(
      [err.split('\n'), code],
      [
        [
          'There is no next step, to-do or close date to put into the calendar, so it is empty.',
          'Left out: 0206-12-18 in acme.md, decades away. Check the year.',
          '',
        ],
        0,
      ],
    );
    write('Ring', '2206-12-02');
    folder.write(
      'b.md',
      deal('title: B', 'stage: proposal', 'close_date: 0206-12-18', 'next_step_on: 2026-12-18'),
    );
    const more = await runIn(folder.root, ['calendar'], { clock });
    assert.equal(more.out.match(/BEGIN:VEVENT/g)!.length, 1);
    assert.equal(
      more.err,
      'Left out: 2 days that are decades away, such as 0206-12-18 in b.md. Check the year.\n',
    );
  });

  it('brings a calendar that has it already up to date', async () => {
    write('Ring', '2026-12-02');
    const [before] = await run(0);
    write('Write instead', '2026-12-09');
    const [after] = await run(3_600_000);
    assert.equal(after!.uid, before!.uid);
    assert.ok(after!.sequence > before!.sequence);
    assert.equal(after!.startDate.toString(), '2026-12-09');
  });
});
