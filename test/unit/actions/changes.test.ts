import assert from 'node:assert/strict';
import { completeNextStep, logInDeals, setNextStep } from '../../../src/actions/activities';
import { moveDeals, tryMove } from '../../../src/actions/moveDeals';
import type { Result } from '../../../src/actions/result';
import { setField } from '../../../src/actions/setFields';
import { TriedFiles } from '../../../src/actions/triedFiles';
import { undo } from '../../../src/actions/undo';
import { date } from '../support/deals';
import { onAllFiles, onSomeFiles, openDeal, TODAY, type World } from './support/worlds';
import { sentenceOf } from '../../../src/words/sentence';

const reasons = ({ refused }: Result) => refused.map(({ problem }) => sentenceOf(problem));

onAllFiles('deals that are moved', world => {
  it('are told one by one, in the order in which they were named', async () => {
    const { write, workspace, all } = world();
    const named = [
      write('b.md', openDeal('B')),
      write('broken.md', '---\nstage: nowhere\n---\n'),
      write('a.md', openDeal('A')),
      write('_template.md', openDeal('Template')),
      world().at('gone.md'),
    ];
    const before = all();
    const result = await moveDeals(workspace, named, { wish: { kind: 'win' } });
    assert.deepEqual(
      result.done.map(({ file, plan }) => [file, plan.title, plan.to.status]),
      [
        [named[0], 'B', 'won'],
        [named[2], 'A', 'won'],
      ],
    );
    assert.deepEqual(
      result.refused.map(({ file, problem }) => [file, problem.code]),
      [
        [named[1], 'unknown-stage'],
        [named[3], 'not-possible'],
        [named[4], 'unreadable'],
      ],
    );
    assert.match(all()['a.md']!, /^status: won\nclosed_on: 2026-03-02$/m);
    assert.deepEqual(result.folders, [world().folder]);
    const undone = await undo(workspace.files, result.units);
    assert.deepEqual(undone.done, result.units);
    assert.deepEqual([undone.refused, undone.left], [[], []]);
    assert.deepEqual(all(), before);
  });

  it('stay where nobody knows the rules, unless those are overruled', async () => {
    const { write, workspace } = world();
    write('sales-process.yaml', 'skip: perhaps\n');
    const file = write('a.md', openDeal('A'));
    const held = await moveDeals(workspace, [file], { wish: { kind: 'advance' } });
    assert.match(reasons(held)[0]!, /^Can’t check your team’s rules\. Fix .*line 1/);
    assert.equal(held.refused[0]!.problem.code, 'not-allowed');
    const warned = { wish: { kind: 'advance' }, answer: { despite: 'warnings' } } as const;
    assert.equal((await tryMove(workspace, file, warned)).ok, false);
    const forced = { wish: { kind: 'advance' }, answer: { despite: 'rules' } } as const;
    assert.equal((await moveDeals(workspace, [file], forced)).done.length, 1);
  });

  it('go by the rules of their own pipeline each', async () => {
    const { write, workspace, all } = world();
    const outer = write('a.md', openDeal('A'));
    write('north/sales-process.yaml', 'history: none\n');
    const inner = write('north/b.md', openDeal('B'));
    const result = await moveDeals(workspace, [outer, inner], { wish: { kind: 'advance' } });
    assert.match(all()['a.md']!, /on: 2026-03-02, stage: negotiation/);
    assert.doesNotMatch(all()['north/b.md']!, /2026-03-02/);
    assert.deepEqual(result.folders, [world().folder, world().at('north')]);
  });

  it('are only tried where nothing is to be written', async () => {
    const { write, workspace, files, all } = world();
    const file = write('a.md', openDeal('A'));
    const before = all();
    const tried = { ...workspace, files: new TriedFiles(files) };
    await moveDeals(tried, [file], { wish: { kind: 'advance' } });
    const { units } = await moveDeals(tried, [file], { wish: { kind: 'advance' } });
    assert.deepEqual(all(), before);
    assert.deepEqual(
      units.flat().map(({ after }) => /^stage: (.*)$/m.exec(after)![1]),
      ['closing'],
    );
  });
});

/** Sets a field of a deal in a world, and tells what its file says then. */
const setter = (world: () => World) => ({
  set: (key: string, value: string, text = openDeal('A')) => {
    const file = world().write('a.md', text);
    return setField(world().workspace, [file], { key, value, language: 'en-GB' });
  },
  a: () => world().all()['a.md']!,
});

onSomeFiles('what a field is set to', world => {
  const { set, a } = setter(world);

  for (const [key, value, line] of [
    ['close_date', 'in 2 weeks', 'close_date: 2026-03-16'],
    ['close-date', '31.12.', 'close_date: 2026-12-31'],
    ['created', '2026-01-04', 'created: 2026-01-04'],
    ['value', '48k', 'value: 48000'],
    ['probability', '60 %', 'probability: 60'],
    ['forecast', 'Best case', 'forecast: best_case'],
    ['currency', '€', 'currency: EUR'],
    ['owner', '  Dana   Lee ', 'owner: Dana Lee'],
    ['Next Step', 'Call', 'next_step: Call'],
    ['region', 'north', 'region: north'],
    ['seats', '12', 'seats: 12'],
    ['renewal_on', 'tomorrow', 'renewal_on: 2026-03-03'],
    ['title', 'Acme', 'title: Acme'],
  ] as const) {
    it(`understands ${key} “${value}”`, async () => {
      assert.deepEqual(reasons(await set(key, value)), []);
      assert.ok(a().split('\n').includes(line), a());
    });
  }

  for (const [key, way] of [
    ['stage', /advance, back or move/],
    ['status', /win, stop or reopen/],
    ['history', /moving the deal/],
    ['closed_on', /win or stop/],
    ['lost_reason', /stop/],
    ['lost-note', /stop/],
    ['contacts', /in the file/],
  ] as const) {
    it(`is not ${key}, and what does it is told`, async () => {
      assert.match(reasons(await set(key, 'x'))[0]!, way);
      assert.equal(a(), openDeal('A'));
    });
  }

  for (const [key, value] of [
    ['close_date', 'soonish'],
    ['close_date', '2026-02-30'],
    ['value', 'a lot'],
    ['probability', '120'],
    ['forecast', 'sure'],
    ['currency', 'beads'],
    ['a: b', 'x'],
  ] as const) {
    it(`stays as it is where ${key} “${value}” makes no sense`, async () => {
      assert.equal((await set(key, value)).refused[0]!.problem.code, 'not-possible');
      assert.equal(a(), openDeal('A'));
    });
  }
});

onAllFiles('a field that is set', world => {
  const { set, a } = setter(world);

  it('takes an amount with its currency apart, and a list by its commas', async () => {
    await set('value', '€9,000.50');
    assert.match(a(), /^value: 9000\.5\ncurrency: EUR$/m);
    await set('tags', 'hot, #renewal, hot');
    assert.match(a(), /^tags:\n {2}- hot\n {2}- renewal$/m);
  });

  it('is removed where nothing is typed', async () => {
    await set('owner', ' ', openDeal('A', 'owner: dana\n'));
    assert.equal(a(), openDeal('A'));
  });

  it('has the name that the team gave it, and its standard name is a key like any other', async () => {
    world().write('sales-process.yaml', 'fields: { value: amount }\n');
    await set('amount', '5k');
    assert.match(a(), /^amount: 5000$/m);
    await set('value', 'strategic', a());
    assert.match(a(), /^amount: 5000$/m);
    assert.match(a(), /^value: strategic$/m);
  });
});

onAllFiles('what happened with a deal, and is to happen', world => {
  it('stands in its log, under the day that is meant', async () => {
    const { write, workspace, all } = world();
    const file = write('a.md', openDeal('A', '', '## Log\n\n- 2026-02-01 met\n'));
    await logInDeals(workspace, [file], 'call:  went\nwell');
    await logInDeals(workspace, [file], 'email', date('2026-02-20'));
    assert.match(
      all()['a.md']!,
      /## Log\n\n- 2026-03-02 call: went well\n- 2026-02-20 email\n- 2026-02-01 met\n$/,
    );
  });

  it('is its next step, which takes the day of the one before along', async () => {
    const { write, workspace, all } = world();
    const file = write('a.md', openDeal('A', 'next_step: Call\nnext_step_on: 2026-02-01\n'));
    await setNextStep(workspace, [file], { step: 'Send it' });
    assert.match(all()['a.md']!, /^next_step: Send it\nhistory/m);
    await setNextStep(workspace, [file], { step: 'Send it', on: TODAY });
    assert.match(all()['a.md']!, /^next_step: Send it\nnext_step_on: 2026-03-02$/m);
    await setNextStep(workspace, [file], { step: '' });
    assert.equal(all()['a.md'], openDeal('A'));
  });

  it('is logged as done when the next one is set', async () => {
    const { write, workspace, all } = world();
    const file = write('a.md', openDeal('A', 'next_step: Call\nnext_step_on: 2026-02-01\n'));
    const result = await completeNextStep(workspace, [file], { step: 'Send it' });
    assert.match(all()['a.md']!, /^next_step: Send it\nhistory/m);
    assert.match(all()['a.md']!, /## Log\n\n- 2026-03-02 Call\n$/);
    await undo(workspace.files, result.units);
    assert.match(all()['a.md']!, /^next_step: Call\nnext_step_on: 2026-02-01$/m);
  });

  it('cannot be done where there is no next step', async () => {
    const { write, workspace, all } = world();
    const file = write('a.md', openDeal('A'));
    const result = await completeNextStep(workspace, [file], { step: 'Send it' });
    assert.match(reasons(result)[0]!, /no next step/);
    assert.equal(all()['a.md'], openDeal('A'));
  });
});
