import assert from 'node:assert/strict';
import { archiveDeals } from '../../../src/actions/archive';
import { createDeal } from '../../../src/actions/createDeal';
import { filesNamed } from '../../../src/actions/findDeal';
import { fixDeals } from '../../../src/actions/fixDeals';
import { createFollowUp } from '../../../src/actions/followUp';
import { nameAsDeal } from '../../../src/actions/nameAsDeal';
import { nameByTitle, renameDeal } from '../../../src/actions/renameDeal';
import { reportOn } from '../../../src/actions/report';
import type { Result } from '../../../src/actions/result';
import { undo } from '../../../src/actions/undo';
import { CLOCK, onAllFiles, openDeal, TODAY, wonDeal, type World } from './support/worlds';
import { sentence, sentenceOf } from '../../../src/words/sentence';

const newDeal = (title: string) => ({ title, stage: 'qualification', today: TODAY }) as const;
const codes = ({ refused }: Result) => refused.map(({ problem }) => problem.code);

/** Takes an action back, as another process would that has only read of it. */
async function takeBack({ workspace }: World, { units }: Result) {
  return undo(workspace.files, JSON.parse(JSON.stringify(units)) as typeof units);
}

onAllFiles('a deal that is made', world => {
  it('is written from the template, beside the others of its name, and taken back', async () => {
    const { write, workspace, all, at, folder } = world();
    write('_template.md', '---\nstage: {{stage}}\nsource: web\n---\n# {{title}}\n');
    write('acme.md', openDeal('Acme'));
    const before = all();
    const home = await workspace.homes.homeOf(at('x.md'));
    const fields = { owner: 'dana', source: 'referral' };
    const result = await createDeal(workspace, home!, { ...newDeal('Acme'), fields });
    assert.equal(result.done[0]!.file, at('acme-2.md'));
    assert.match(all()['acme-2.md']!, /^owner: dana\nstage: qualification\nsource: referral$/m);
    assert.match(all()['acme-2.md']!, /# Acme\n$/);
    assert.deepEqual(result.folders, [folder]);
    assert.deepEqual((await takeBack(world(), result)).refused, []);
    assert.deepEqual(all(), before);
  });

  it('is not deleted once somebody has written in it', async () => {
    const { workspace, all, at, write } = world();
    const home = await workspace.homes.homeOf(at('x.md'));
    const result = await createDeal(workspace, home!, newDeal('Acme'));
    write('acme.md', 'mine');
    const { refused } = await takeBack(world(), result);
    assert.match(sentenceOf(refused[0]!.problem), /has changed since/);
    assert.equal(all()['acme.md'], 'mine');
  });

  it('is not made from a template that makes no sense', async () => {
    const { workspace, all, at, write } = world();
    write('_template.md', '---\nstage: x\n');
    const home = await workspace.homes.homeOf(at('x.md'));
    const { refused } = await createDeal(workspace, home!, newDeal('Acme'));
    assert.equal(refused[0]!.file, at('_template.md'));
    assert.deepEqual(Object.keys(all()), ['_template.md']);
  });
});

onAllFiles('a deal that follows another', world => {
  it('leads to it and back; both are taken back, or neither', async () => {
    const { write, workspace, all } = world();
    const before = write('old/acme.md', wonDeal('Acme'));
    const texts = all();
    const result = await createFollowUp(workspace, before, newDeal('Acme, second site'));
    assert.match(all()['acme-second-site.md']!, /^account: Acme Corp$/m);
    assert.match(all()['acme-second-site.md']!, /Follows \[Acme\]\(old\/acme\.md\)\./);
    assert.match(all()['old/acme.md']!, /new deal: \[Acme, second site\]\(\.\.\/acme-second-site\.md\)/);
    const written = all();
    write('acme-second-site.md', 'mine');
    assert.equal((await takeBack(world(), result)).refused.length, 1);
    assert.equal(all()['old/acme.md'], written['old/acme.md']);
    write('acme-second-site.md', written['acme-second-site.md']!);
    assert.deepEqual((await takeBack(world(), result)).refused, []);
    assert.deepEqual(all(), texts);
  });

  it('is not made for what is no deal', async () => {
    const { write, workspace, all } = world();
    const file = write('note.md', '# Note\n');
    assert.deepEqual(codes(await createFollowUp(workspace, file, newDeal('B'))), ['not-possible']);
    assert.deepEqual(Object.keys(all()), ['note.md']);
  });
});

onAllFiles('a deal that is archived', world => {
  it('takes its links along, and those of the deals that lead to it', async () => {
    const { write, workspace, all, at } = world();
    write('a.md', wonDeal('A', 'See [B](b.md) and [C](2026/c.md).\n'));
    write('b.md', openDeal('B', '', 'After [A](./a.md#log).\n'));
    write('2026/c.md', wonDeal('C', '[A](../a.md) [B](../b.md)\n'));
    write('archive/a.md', wonDeal('Old A'));
    write('note.md', '[A](a.md)\n');
    write('README.md', 'Won: [A](a.md), [C](2026/c.md)\n');
    const before = all();
    const result = await archiveDeals(workspace, [at('a.md'), at('2026/c.md')]);
    assert.deepEqual(
      result.done.map(({ file }) => file),
      [at('archive/a-2.md'), at('archive/c.md')],
    );
    assert.match(all()['archive/a-2.md']!, /See \[B\]\(\.\.\/b\.md\) and \[C\]\(c\.md\)\./);
    assert.match(all()['archive/c.md']!, /\[A\]\(a-2\.md\) \[B\]\(\.\.\/b\.md\)/);
    assert.match(all()['b.md']!, /\[A\]\(archive\/a-2\.md#log\)/);
    assert.equal(all()['note.md'], '[A](archive/a-2.md)\n');
    assert.equal(all()['README.md'], 'Won: [A](archive/a-2.md), [C](archive/c.md)\n');
    assert.deepEqual((await takeBack(world(), result)).refused, []);
    assert.deepEqual(all(), before);
  });

  it('tells of each file whose links cannot follow, and leaves that as it is', async () => {
    const { write, workspace, all, at } = world();
    write('a.md', wonDeal('A'));
    write('c.md', wonDeal('C'));
    const broken = {
      'yaml.md': '---\ntitle: "B\nstage: proposal\n---\n[A](a.md)\n',
      'merge.md': '---\n<<<<<<< a\nstage: lead\n=======\nstage: proposal\n>>>>>>> b\n---\n[A](a.md)\n',
      'other.md': '---\ntitle: "B\nstage: proposal\n---\n[B](b.md)\n',
    };
    for (const [path, text] of Object.entries(broken)) write(path, text);
    const { done } = await archiveDeals(workspace, [at('a.md'), at('c.md')]);
    const [a, c] = done.map(({ plan }) => plan.warnings.map(sentence).sort());
    assert.equal(a!.length, 2);
    assert.match(a![0]!, /^The links in .*merge\.md.* couldn’t be changed: /);
    assert.match(a![1]!, /^The links in .*yaml\.md.* couldn’t be changed: /);
    assert.deepEqual(c, []);
    for (const [path, text] of Object.entries(broken)) assert.equal(all()[path], text);
  });

  it('stays while it is open, in the archive, no deal or a template', async () => {
    const { write, workspace, all } = world();
    const named = [
      write('open.md', openDeal('Open')),
      write('archive/old.md', wonDeal('Old')),
      write('note.md', '# Note\n'),
      write('README.md', wonDeal('Readme')),
    ];
    const before = all();
    const result = await archiveDeals(workspace, named);
    assert.deepEqual(codes(result), Array(4).fill('not-possible'));
    assert.deepEqual(all(), before);
  });

  it('is left where it is when somebody has changed it since, and the others come back', async () => {
    const { write, workspace, all } = world();
    const named = [write('a.md', wonDeal('A')), write('b.md', wonDeal('B'))];
    const result = await archiveDeals(workspace, named);
    write('archive/a.md', `${wonDeal('A')}More.\n`);
    const { refused, done } = await takeBack(world(), result);
    assert.deepEqual(done, [result.units[1]]);
    assert.match(sentenceOf(refused[0]!.problem), /has changed since/);
    assert.deepEqual(Object.keys(all()), ['archive/a.md', 'b.md']);
  });

  it('leaves an archive that was there before, empty as it is, and takes away one that was made', async () => {
    const { write, workspace, at } = world();
    const removed: string[] = [];
    const files = workspace.files;
    const watched = new Proxy(files, {
      get: (target, key) => {
        if (key === 'removeIfEmpty') return async (folder: string) => void removed.push(folder);
        const value: unknown = Reflect.get(target, key);
        return typeof value === 'function' ? (value.bind(target) as unknown) : value;
      },
    });
    const back = async ({ units }: Result) =>
      undo(watched, JSON.parse(JSON.stringify(units)) as typeof units);
    const named = [write('a.md', wonDeal('A')), write('b.md', wonDeal('B'))];
    await back(await archiveDeals(workspace, named));
    assert.deepEqual(removed, [at('archive')]);
    write('archive/old.md', wonDeal('Old'));
    await back(await archiveDeals(workspace, named));
    assert.deepEqual(removed, [at('archive')]);
  });

  it('does not come back over a file that has taken its place', async () => {
    const { write, workspace, all } = world();
    const result = await archiveDeals(workspace, [write('a.md', wonDeal('A'))]);
    write('a.md', 'mine');
    const { refused } = await takeBack(world(), result);
    assert.match(sentenceOf(refused[0]!.problem), /A file “a\.md” already exists/);
    assert.deepEqual(all(), { 'a.md': 'mine', 'archive/a.md': wonDeal('A') });
  });
});

onAllFiles('a deal that is renamed', world => {
  it('has its title, its file and all links to it by the new name, until that is taken back', async () => {
    const { write, workspace, all, at } = world();
    const file = write('a.md', openDeal('A', '', '# A\n\n[self](a.md) [B](b.md)\n'));
    write('b.md', openDeal('B', '', '[A](a.md)\n'));
    const before = all();
    const name = await nameByTitle(workspace.files, file, 'Acme, depot');
    assert.equal(name, 'acme-depot.md');
    const result = await renameDeal(workspace, file, 'Acme, depot', name);
    assert.equal(result.done[0]!.file, at('acme-depot.md'));
    assert.deepEqual(Object.keys(all()), ['acme-depot.md', 'b.md']);
    assert.match(all()['acme-depot.md']!, /^title: 'Acme, depot'$/m);
    assert.match(all()['acme-depot.md']!, /# Acme, depot\n\n\[self\]\(acme-depot\.md\) \[B\]\(b\.md\)/);
    assert.match(all()['b.md']!, /\[A\]\(acme-depot\.md\)/);
    assert.equal(result.units.length, 1);
    assert.deepEqual((await takeBack(world(), result)).refused, []);
    assert.deepEqual(all(), before);
  });

  it('keeps the name of its file if that is wished', async () => {
    const { write, workspace, all } = world();
    await renameDeal(workspace, write('a.md', openDeal('A')), 'B', undefined);
    assert.deepEqual(all(), { 'a.md': openDeal('B') });
  });

  it('stays as it is, name and all, where its title cannot be written or the name is taken', async () => {
    const { write, workspace, all } = world();
    const list = write('a.md', openDeal('[A]'));
    const other = write('b.md', openDeal('B'));
    const before = all();
    assert.deepEqual(codes(await renameDeal(workspace, list, 'C', 'c.md')), ['not-editable']);
    assert.deepEqual(codes(await renameDeal(workspace, other, 'A', 'a.md')), ['not-possible']);
    assert.deepEqual(all(), before);
  });
});

onAllFiles('a deal whose file has another ending', world => {
  it('gets the name that it was meant to have, or the next that is free, and links follow', async () => {
    const { write, workspace, all, at } = world();
    write('acme.md', openDeal('Acme'));
    const file = write('acme.markdown', openDeal('Acme too', '', '[self](acme.markdown)\n'));
    const other = write('north.md.txt', openDeal('North'));
    write('b.md', openDeal('B', '', '[Acme](acme.markdown) [N](north.md.txt)\n'));
    const before = all();
    const results = [await nameAsDeal(workspace, file), await nameAsDeal(workspace, other)];
    assert.deepEqual(
      results.map(({ done }) => [done[0]!.file, done[0]!.plan.title]),
      [
        [at('acme-2.md'), 'Acme too'],
        [at('north.md'), 'North'],
      ],
    );
    assert.deepEqual(Object.keys(all()), ['acme-2.md', 'acme.md', 'b.md', 'north.md']);
    assert.match(all()['acme-2.md']!, /\[self\]\(acme-2\.md\)/);
    assert.match(all()['b.md']!, /\[Acme\]\(acme-2\.md\) \[N\]\(north\.md\)/);
    for (const result of results.toReversed())
      assert.deepEqual((await takeBack(world(), result)).refused, []);
    assert.deepEqual(all(), before);
  });

  it('stays where it is called as it should be', async () => {
    const { write, workspace, all } = world();
    const before = (write('a.md', openDeal('A')), all());
    assert.deepEqual((await nameAsDeal(workspace, write('a.md', openDeal('A')))).units, []);
    assert.deepEqual(all(), before);
  });
});

onAllFiles('problems that are fixed', world => {
  it('are those of which nothing is guessed and nothing lost', async () => {
    const { write, workspace, all, folder } = world();
    write('a.md', openDeal('A', 'value: "48k"\nclose_date: 18.12.2026\n'));
    write('colon.md', '---\ntitle: Acme: scanners\nstage: proposal\n---\n');
    write('guess.md', '---\nstage: propsal\n---\n');
    write('fine.md', openDeal('Fine'));
    write('_template.md', '---\nvalue: "48k"\nstage: proposal\n---\n');
    const before = all();
    const result = await fixDeals(workspace, folder);
    assert.match(all()['a.md']!, /^value: 48000\nclose_date: 2026-12-18$/m);
    assert.match(all()['colon.md']!, /^title: 'Acme: scanners'$/m);
    for (const path of ['guess.md', 'fine.md', '_template.md']) assert.equal(all()[path], before[path]);
    assert.deepEqual(
      result.done.map(({ plan }) => [plan.title, plan.fixed.map(({ code }) => code)]),
      [
        ['a.md', ['invalid-date', 'invalid-value']],
        ['colon.md', ['unquoted-colon']],
      ],
    );
    assert.deepEqual(result.refused, []);
    assert.deepEqual((await takeBack(world(), result)).refused, []);
    assert.deepEqual(all(), before);
  });
});

onAllFiles('a pipeline', world => {
  it('is asked who is meant by a path, the end of one, or a title', async () => {
    const { write, workspace, folder, at } = world();
    write('acme.md', openDeal('Acme'));
    write('2026/acme.md', openDeal('Acme, second site'));
    write('acme-corp.md', openDeal('Acme'));
    const pipelines = [{ folder, pipeline: await workspace.homes.open(folder) }];
    const named = (name: string) => filesNamed(name, pipelines).map(({ file }) => file);
    assert.deepEqual(named('2026/acme.md'), [at('2026/acme.md')]);
    assert.deepEqual(named(at('acme-corp.md')), [at('acme-corp.md')]);
    assert.deepEqual(named('acme.md').toSorted(), [at('2026/acme.md'), at('acme.md')]);
    assert.deepEqual(named('ACME').toSorted(), [at('acme-corp.md'), at('acme.md')]);
    assert.deepEqual(named('cme.md'), []);
  });

  it('is found by its process file, else by the folder that deals are in', async () => {
    const { write, workspace, at, folder } = world();
    write('north/sales-process.yaml', 'currency: EUR\n');
    const homeOf = async (path: string) => (await workspace.homes.homeOf(at(path)))?.folder;
    assert.equal(await homeOf('north/a/b/c.md'), at('north'));
    assert.equal(await homeOf('south/a.md'), folder);
    assert.equal((await workspace.homes.homeOf(at('north/a.md')))?.process.currency, 'EUR');
  });

  it('is reported on as it is, and as it was', async () => {
    const { write, workspace, folder } = world();
    write('a.md', wonDeal('A'));
    write('b.md', openDeal('B'));
    const opened = { folder, pipeline: await workspace.homes.open(folder) };
    const sources = { clock: CLOCK, git: { factsOf: async () => undefined } };
    const now = await reportOn(opened, sources, {});
    assert.deepEqual([now.asOf, now.open.count], [TODAY, 1]);
    const then = await reportOn(opened, sources, { asOf: '2026-01-20' as typeof TODAY });
    assert.equal(then.open.count, 2);
  });
});
