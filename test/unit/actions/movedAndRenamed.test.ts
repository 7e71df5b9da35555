import assert from 'node:assert/strict';
import { completeNextStep } from '../../../src/actions/activities';
import { archiveDeals } from '../../../src/actions/archive';
import { createDeal } from '../../../src/actions/createDeal';
import { moveDeals, tryMove } from '../../../src/actions/moveDeals';
import { nameByTitle, renameDeal } from '../../../src/actions/renameDeal';
import { sentence } from '../../../src/words/sentence';
import { date } from '../support/deals';
import { memoryWorld, openDeal, TODAY, wonDeal } from './support/worlds';

const ADVANCE = { wish: { kind: 'advance' } } as const;

describe('a move', () => {
  it('is made by what is asked of each pipeline', async () => {
    const { write, workspace, all } = memoryWorld();
    const outer = write('a.md', openDeal('A'));
    write('north/sales-process.yaml', 'currency: EUR\n');
    const inner = write('north/b.md', openDeal('B'));
    await moveDeals(workspace, [outer, inner], ({ currency }) =>
      currency ? { wish: { kind: 'win' } } : ADVANCE,
    );
    assert.match(all()['a.md']!, /^stage: negotiation$/m);
    assert.match(all()['north/b.md']!, /^status: won$/m);
  });

  it('that makes no sense in one of the pipelines is made in none', async () => {
    const { write, workspace, all } = memoryWorld();
    const outer = write('a.md', openDeal('A'));
    write('north/sales-process.yaml', 'currency: EUR\n');
    const inner = write('north/b.md', openDeal('B'));
    const before = all();
    const moving = moveDeals(workspace, [outer, write('notes.txt', ''), inner], ({ currency }) => {
      if (currency) throw new Error('This pipeline has no such stage.');
      return ADVANCE;
    });
    await assert.rejects(moving, /no such stage/);
    assert.deepEqual(all()['a.md'], before['a.md']);
    assert.deepEqual(all()['north/b.md'], before['north/b.md']);
  });

  it('has no say in what is named beside the deals', async () => {
    const { write, workspace } = memoryWorld();
    write('north/sales-process.yaml', 'currency: EUR\n');
    const moving = moveDeals(
      workspace,
      [write('a.md', openDeal('A')), write('north/notes.txt', '')],
      ({ currency }) => {
        if (currency) throw new Error('This pipeline has no such stage.');
        return ADVANCE;
      },
    );
    const { done, refused } = await moving;
    assert.deepEqual([done.length, refused.length], [1, 1]);
  });

  it('is on the day that is named, else today, and so it is when it is only tried', async () => {
    const { write, workspace, all } = memoryWorld();
    const chosen = { ...ADVANCE, on: date('2026-02-20') };
    for (const [move, day] of [
      [ADVANCE, '2026-03-02'],
      [chosen, '2026-02-20'],
    ] as const) {
      const file = write('a.md', openDeal('A'));
      const tried = await tryMove(workspace, file, move);
      assert.ok(tried.ok && 'edited' in tried);
      assert.equal(all()['a.md'], openDeal('A'));
      await moveDeals(workspace, [file], move);
      assert.equal(all()['a.md'], tried.edited.text);
      assert.match(all()['a.md']!, new RegExp(`on: ${day}, stage: negotiation`));
    }
  });

  it('that is tried is answered with what stands in its way', async () => {
    const { write, workspace } = memoryWorld();
    write('sales-process.yaml', 'skip: block\n');
    const tried = await tryMove(workspace, write('a.md', openDeal('A')), {
      wish: { kind: 'set', stage: 'closing' },
    });
    assert.ok(!tried.ok);
    assert.equal(tried.problem.code, 'not-allowed');
  });
});

describe('the name of a file by its title', () => {
  for (const [what, there, file, title, name] of [
    ['is a new one', ['a.md'], 'a.md', 'Acme, depot', 'acme-depot.md'],
    ['is none where it has that', ['acme.md'], 'acme.md', 'Acme', undefined],
    ['is none where only the letters’ case differs', ['Acme.md'], 'Acme.md', 'Acme', undefined],
    ['has a number where others have it', ['a.md', 'acme.md'], 'a.md', 'Acme', 'acme-2.md'],
    ['is none where it has that, beside another', ['acme.md', 'b.md'], 'acme.md', 'Acme', undefined],
    ['looks at its own folder alone', ['sub/a.md', 'acme.md'], 'sub/a.md', 'Acme', 'acme.md'],
    ['keeps its number', ['acme.md', 'acme-2.md'], 'acme-2.md', 'Acme', undefined],
  ] as const) {
    it(what, async () => {
      const { write, files, at } = memoryWorld();
      for (const path of there) write(path, openDeal('A'));
      assert.equal(await nameByTitle(files, at(file), title), name);
    });
  }
});

describe('a deal that is renamed', () => {
  const UNTITLED = '---\nstage: proposal\n---\nNotes.\n';

  it('has its file written in only where it has another title', async () => {
    const { write, workspace, all } = memoryWorld();
    const file = write('acme.md', UNTITLED);
    const same = await renameDeal(workspace, file, 'acme', undefined);
    assert.deepEqual([same.units, same.refused], [[], []]);
    assert.equal(all()['acme.md'], UNTITLED);
    await renameDeal(workspace, file, 'Acme', undefined);
    assert.match(all()['acme.md']!, /^title: Acme$/m);
  });

  it('is told by the title that it had', async () => {
    const { write, workspace, at } = memoryWorld();
    const { done } = await renameDeal(workspace, write('acme.md', UNTITLED), 'Depot', 'depot.md');
    assert.deepEqual(
      done.map(({ file, plan }) => [file, plan.ok, plan.title, plan.warnings]),
      [[at('depot.md'), true, 'acme', []]],
    );
  });
});

describe('deals that are archived', () => {
  it('get names of their own, whichever folder they come from', async () => {
    const { write, workspace, at } = memoryWorld();
    write('archive/a.md', wonDeal('Old'));
    const named = ['a.md', '2025/a.md', '2026/a.md'].map(path => write(path, wonDeal(path)));
    const { done } = await archiveDeals(workspace, [...named, named[0]!]);
    assert.deepEqual(
      done.map(({ file, plan }) => [file, plan]),
      [
        [at('archive/a-2.md'), { ok: true, title: 'a.md', warnings: [] }],
        [at('archive/a-3.md'), { ok: true, title: '2025/a.md', warnings: [] }],
        [at('archive/a-4.md'), { ok: true, title: '2026/a.md', warnings: [] }],
      ],
    );
  });

  it('are told why they are not', async () => {
    const { write, workspace } = memoryWorld();
    const named = [write('a.md', openDeal('A')), write('archive/b.md', wonDeal('B'))];
    const { refused } = await archiveDeals(workspace, named);
    assert.deepEqual(
      refused.map(({ problem }) => sentence(problem.says)),
      ['This deal is still open. Mark it won or lost before archiving it.', 'This deal is already archived.'],
    );
  });

  it('come back with all that is linked with them, and apart from the others', async () => {
    const { write, workspace, at } = memoryWorld();
    const a = write('a.md', wonDeal('A', '[B](b.md)\n'));
    const b = write('b.md', wonDeal('B'));
    const c = write('c.md', wonDeal('C'));
    write('notes.md', '[B](b.md) [A](a.md)\n');
    write('other.md', openDeal('O', '', '[C](c.md)\n'));
    const { units } = await archiveDeals(workspace, [a, c, b]);
    const filesOf = units.map(unit => unit.map(({ file }) => file).toSorted());
    assert.deepEqual(filesOf, [
      [at('archive/a.md'), at('archive/b.md'), at('notes.md')],
      [at('archive/c.md'), at('other.md')],
    ]);
  });
});

describe('a deal that is made', () => {
  it('is told by its title, with what could not be taken over', async () => {
    const { workspace, at } = memoryWorld();
    const home = await workspace.homes.homeOf(at('x.md'));
    const { done } = await createDeal(workspace, home!, {
      title: 'Acme: depot',
      stage: 'proposal',
      today: TODAY,
    });
    const [{ plan, process }] = done as [(typeof done)[0]];
    assert.deepEqual([plan.ok, plan.title, plan.warnings, process], [true, 'Acme: depot', [], home!.process]);
  });
});

describe('a next step that is done', () => {
  it('is told by what happened, where there was none or another', async () => {
    const { write, workspace, all } = memoryWorld();
    const [a, b] = [write('a.md', openDeal('A')), write('b.md', openDeal('B', 'next_step: Call\n'))];
    const { refused, done } = await completeNextStep(workspace, [a, b], { step: '' }, 'met');
    assert.deepEqual([refused, done.length], [[], 2]);
    for (const path of ['a.md', 'b.md']) assert.match(all()[path]!, /^- 2026-03-02 met$/m);
    assert.doesNotMatch(all()['b.md']!, /next_step/);
  });

  it('is refused in the one deal that has none, and a file without a deal has its own reason', async () => {
    const { write, workspace } = memoryWorld();
    const named = [
      write('a.md', openDeal('A', 'next_step: Call\n')),
      write('b.md', openDeal('B')),
      write('note.md', '# Note\n'),
      write('c.md', openDeal('C', 'next_step: Call\n')),
    ];
    const { done, refused } = await completeNextStep(workspace, named, { step: '' });
    assert.deepEqual(
      done.map(({ file }) => file),
      [named[0], named[3]],
    );
    assert.deepEqual(
      refused.map(({ problem }) => sentence(problem.says)),
      ['This deal has no next step to complete.', 'This file isn’t a deal: its front matter has no “stage”.'],
    );
  });
});
