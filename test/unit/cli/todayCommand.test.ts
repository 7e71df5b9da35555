import assert from 'node:assert/strict';
import type { TodayJson } from '../../../src/core/exchange/json/schema/today';
import { assertPublished } from '../support/published';
import { date } from '../support/deals';
import { deal, temporaryFolder } from './support/folder';
import { runIn } from './support/terminal';

const clock = { today: () => date('2026-05-15'), now: () => 0 };

describe('deal-notes today', () => {
  const folder = temporaryFolder();
  const run = async (...args: string[]) => (await runIn(folder.root, ['today', ...args], { clock })).out;

  beforeEach(() => {
    folder.write('sales-process.yaml', 'currency: EUR\nquota: {2026-Q2: {team: 9000, dana: 500}}\n');
    folder.write(
      'late.md',
      deal(
        ...[
          'title: Late',
          'account: Acme',
          'owner: dana',
          'stage: closing',
          'value: 300',
          'close_date: 2026-06-30',
        ],
        ...['created: 2026-05-01', 'next_step: Send the quote', 'next_step_on: 2026-05-12'],
      ),
    );
    folder.write(
      'held.md',
      deal('stage: lead', 'owner: dana', 'created: 2026-01-05', 'on_hold_until: 2026-06-01'),
    );
    folder.write(
      'moved.md',
      deal(
        ...[
          'title: Moved',
          'owner: tom',
          'stage: prospecting',
          'created: 2026-04-01',
          'next_step: Call',
          'next_step_on: 2026-05-18',
        ],
        ...['history:', '  - {on: 2026-05-13, stage: prospecting, from: lead-generation}'],
      ),
    );
    folder.write('broken.md', deal('title: A: B', 'stage: lead'));
  });

  it('says how the quarter stands, what to do, what has changed, and what to fix', async () => {
    const out = await run();
    assert.match(out, /^Today, 2026-05-15$/m);
    assert.match(
      out,
      /^2026-Q2, 46 days left: €0 won, €300 commit, €0 best case; €8,700 short of the quota of €9,000$/m,
    );
    assert.match(
      out,
      /^Overdue · 1\n {2}3 d late {2}Send the quote {2}Acme {2}Closing {2}€300 {2}late\.md$/m,
    );
    assert.match(out, /^Next 7 days · 1\n {2}2026-05-18 {2}Call {2}Moved /m);
    assert.match(out, /^Since Monday, 2026-05-11\n/m);
    assert.match(out, /^ {2}Moved on +1 +Moved \(Lead generation to Prospecting\)$/m);
    assert.match(out, /^Needs attention · 1\n {2}broken\.md:2: .*\n {4}Fix: /m);
    assert.doesNotMatch(out, /held\.md/);
    assert.match(out, /^4 files = 3 open \+ 0 won \+ 0 lost \+ 1 needs attention \+ 0 other notes$/m);
  });

  it('has the to-dos of the notes below their deal, and ticks one by what it says', async () => {
    const notes = '- [ ] 2026-05-14 Legal review @buyer\n- [ ] 2026-05-18 Call <b>\n';
    folder.write(
      'todo.md',
      `${deal('title: Todo', 'stage: proposal', 'next_step: Wait', 'next_step_on: 2026-07-01')}${notes}`,
    );
    const before = folder.read('todo.md');
    const out = await run();
    assert.match(
      out,
      /^Overdue · 2\n.*\n {2}2026-07-01 {2}Wait +Todo .*\n {6}\[ \] Legal review @buyer, 1 d late \(line \d+\)\n {6}\[ \] Call <b>, 2026-05-18 \(line \d+\)$/m,
    );
    const json = JSON.parse(await run('--json')) as TodayJson;
    assertPublished('today', json);
    assert.deepEqual(
      json.toDo.flatMap(({ todos }) => todos.map(({ what, who, daysLate }) => [what, who, daysLate])),
      [
        ['Legal review', 'buyer', 1],
        ['Call <b>', null, -3],
      ],
    );
    const ticked = await runIn(folder.root, ['tick', 'todo.md', 'legal'], { clock });
    assert.deepEqual(ticked, { code: 0, out: 'Todo: ticked “Legal review”\n', err: '' });
    assert.equal(folder.read('todo.md'), before.replace('[ ] 2026-05-14', '[x] 2026-05-14'));
    assert.match(await run(), /^Next 7 days · 2\n(?:.*\n)*? {6}\[ \] Call <b>, 2026-05-18/m);
    assert.equal((await runIn(folder.root, ['undo'], { clock })).code, 0);
    assert.equal(folder.read('todo.md'), before);
  });

  it('says what has changed from any day on, as people say it', async () => {
    const later = await run('--since', 'yesterday');
    assert.match(later, /^Since 2026-05-14\n/m);
    assert.match(later, /^ {2}Moved on +0$/m);
    assert.match(await run('--since', 'monday'), /^Since Monday, 2026-05-11\n(?:.*\n)* {2}Moved on +1 /m);
    const { changes } = JSON.parse(await run('--since', '2026-04-01', '--json')) as TodayJson;
    assert.deepEqual([changes.since, changes.new.count], ['2026-04-01', 2]);
    const { code, err } = await runIn(folder.root, ['today', '--since', 'tomorrow'], { clock });
    assert.equal(code, 2);
    assert.match(err, /2026-05-16 is still to come: name a day up to today \(2026-05-15\)\./);
  });

  it('is held against the quota of the owner, or against none', async () => {
    const hers = await run('--owner', 'dana');
    assert.match(hers, /€200 short of the quota of €500$/m);
    assert.doesNotMatch(hers, /Moved \(/);
    assert.doesNotMatch(await run('--owner', 'tom'), /quota/);
  });

  it('has the same as data', async () => {
    const json = JSON.parse(await run('--json', '--owner', 'dana')) as TodayJson;
    assertPublished('today', json);
    assert.deepEqual([json.version, json.asOf, json.owners], [1, '2026-05-15', ['dana']]);
    assert.deepEqual(
      json.toDo.map(({ path, rule, daysLate }) => [path, rule, daysLate]),
      [['late.md', 'overdue', 3]],
    );
    assert.equal(json.quarter.against!.gap, 200);
    assert.deepEqual(
      json.needsAttention.map(({ path, fix }) => [path, fix !== null]),
      [['broken.md', true]],
    );
  });

  it('says that there is nothing to do', async () => {
    for (const name of ['late', 'moved'])
      folder.write(`${name}.md`, deal('stage: lead', 'on_hold_until: 2099-01-01'));
    assert.match(await run(), /^Nothing to do today\.$/m);
  });
});

describe('a deal that is on hold', () => {
  const folder = temporaryFolder();

  it('is set so by a day as people say it', async () => {
    folder.write('a.md', deal('stage: lead'));
    await runIn(folder.root, ['set', 'a.md', 'on_hold_until', '1 june'], { clock });
    assert.match(folder.read('a.md'), /^on_hold_until: 2026-06-01$/m);
    const checked = await runIn(folder.root, ['check', '--hints'], { clock });
    assert.match(checked.out, /^No problems/);
  });
});
