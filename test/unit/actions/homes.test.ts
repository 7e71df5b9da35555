import assert from 'node:assert/strict';
import { filesNamed } from '../../../src/actions/findDeal';
import { FoundHomes } from '../../../src/actions/homes';
import { reportOn } from '../../../src/actions/report';
import type { KnownFromGit } from '../../../src/core/deal/gitFacts';
import type { FromGit } from '../../../src/actions/ports/git';
import { DEFAULT_PROCESS } from '../../../src/core/process/process';
import { MemoryFiles } from '../../../src/files/memory/memoryFiles';
import { closingInGit, date } from '../support/deals';
import { CLOCK, memoryWorld, openDeal, stubbornWorld } from './support/worlds';
import { UNREADABLE } from './support/stubborn';

describe('the pipeline of a file', () => {
  const PROCESS = 'sales-process.yaml';
  for (const [what, there, file, folder] of [
    ['is that of the nearest process', [`/s/${PROCESS}`, `/s/n/${PROCESS}`], '/s/n/deep/a.md', '/s/n'],
    ['is found at the very top', [`/${PROCESS}`], '/s/a.md', '/'],
    ['counts before a folder called deals', [`/s/${PROCESS}`], '/s/deals/a.md', '/s'],
    ['is in the folder called deals, where there is no process', [], '/s/deals/2026/q1/a.md', '/s/deals'],
    ['is around a folder called deals in another one', [], '/s/deals/deals/a.md', '/s/deals'],
    ['is in the nearest of two such that lie apart', [], '/deals/s/deals/a.md', '/deals/s/deals'],
    ['is in the folder of the file, where none is called so', [], '/s/my-deals/a.md', '/s/my-deals'],
    ['is around the archive, where no other folder is known', [], '/s/archive/a.md', '/s'],
    ['is no other folder that only looks like an archive', [], '/s/archived/a.md', '/s/archived'],
    ['is the archive where nothing is around it', [], 'mem://archive/a.md', 'mem://archive'],
  ] as const) {
    it(what, async () => {
      const files = new MemoryFiles(Object.fromEntries(there.map(one => [one, 'currency: EUR\n'])));
      const home = await new FoundHomes(files).homeOf(file);
      assert.deepEqual([home.folder, home.process.currency], [folder, there.length ? 'EUR' : undefined]);
    });
  }

  it('has the process that is built in, with no problem, where there is no process file', async () => {
    const read = await new FoundHomes(new MemoryFiles()).processIn('/sales');
    assert.deepEqual(read, { process: DEFAULT_PROCESS, problems: [] });
  });

  for (const [there, file, told] of [
    [['/s/deals/Sales-Process.yml'], '/s/deals/emea/a.md', ['Sales-Process.yml']],
    [['/s/sales-process (1).yaml'], '/s/deals/a.md', ['../sales-process (1).yaml']],
    [
      ['/sales_process.yaml', '/s/sales-process.yml'],
      '/s/n/deep/a.md',
      ['../../sales-process.yml', '../../../sales_process.yaml'],
    ],
  ] as const) {
    it(`has rules that nobody knows, where the process is called something else: ${told.join()}`, async () => {
      const homes = new FoundHomes(
        new MemoryFiles(Object.fromEntries(there.map(one => [one, 'back: block\n']))),
      );
      const { folder, process } = await homes.homeOf(file);
      const { problems } = await homes.processIn(folder);
      assert.deepEqual(
        problems.map(one => [one.code, one.file]),
        told.map(name => ['misnamed-process-file', name]),
      );
      assert.equal(process.unknownRules, problems[0]);
    });
  }

  it('has the rules of its process, whatever else is called much like that, and where', async () => {
    const files = new MemoryFiles({
      ...{ '/s/sales-process.yaml': 'back: warn\n', '/s/sales-process.yml': 'back: block\n' },
      // Near enough to be meant only where there is no other.
      ...{ '/sales-process.yml': 'back: block\n', '/s/sales-proces.yaml': 'back: block\n' },
    });
    const homes = new FoundHomes(files);
    const { folder, process } = await homes.homeOf('/s/deals/a.md');
    assert.deepEqual([process.back, process.unknownRules], ['warn', undefined]);
    assert.deepEqual(
      (await homes.processIn(folder)).problems.map(({ file }) => file),
      ['sales-process.yml'],
    );
  });

  it('has what is wrong in its process file', async () => {
    const files = new MemoryFiles({ '/sales/sales-process.yaml': 'currency: beads\n' });
    const { problems } = await new FoundHomes(files).processIn('/sales');
    assert.deepEqual(
      problems.map(({ code }) => code),
      ['wrong-type'],
    );
  });

  it('has each file, those too that cannot be read or are only listed', async () => {
    const { write, workspace, files, folder } = stubbornWorld();
    write('a.md', openDeal('A'));
    files.unreadable.add(write('locked.md', openDeal('L')));
    files.listedWith.set('link.md', { ...UNREADABLE, code: 'not-utf8' });
    const pipeline = await workspace.homes.open(folder);
    assert.deepEqual(
      [...pipeline.all()].map(entry => [entry.path, entry.kind, 'problem' in entry && entry.problem.code]),
      [
        ['a.md', 'deal', false],
        ['locked.md', 'attention', 'unreadable'],
        ['link.md', 'attention', 'not-utf8'],
      ],
    );
  });
});

describe('a name that somebody types', () => {
  it('never means a note, and a file without a deal only by its path', async () => {
    const { write, workspace, folder, at } = memoryWorld();
    write('note.md', '# Acme\n');
    write('broken.md', '---\ntitle: Acme\nstage: nowhere\n---\n');
    const acme = write('a.md', openDeal('Acme'));
    const pipelines = [{ folder, pipeline: await workspace.homes.open(folder) }];
    const named = (name: string) => filesNamed(name, pipelines).map(({ file }) => file);
    assert.deepEqual(named('acme'), [acme]);
    assert.deepEqual(named('broken.md'), [at('broken.md')]);
    assert.deepEqual(named('note.md'), []);
  });
});

describe('a report', () => {
  it('knows from git how often a close date was moved, by the name that the team gave it', async () => {
    const { write, workspace, folder } = memoryWorld();
    write('sales-process.yaml', 'fields: { close_date: closing }\n');
    write('a.md', openDeal('A', 'closing: 2026-09-30\n'));
    const known: KnownFromGit = new Map([
      [
        'a.md',
        closingInGit([
          { on: date('2026-01-12'), closeDate: date('2026-03-31') },
          { on: date('2026-02-12'), closeDate: date('2026-06-30') },
          { on: date('2026-02-20'), closeDate: date('2026-09-30') },
        ]),
      ],
    ]);
    const asked: unknown[] = [];
    const opened = { folder, pipeline: await workspace.homes.open(folder) };
    const reportWith = async (found: FromGit | undefined) => {
      const git = { factsOf: async (...[at, process]: unknown[]) => (asked.push([at, process]), found) };
      const { historyGap } = await reportOn(opened, { clock: CLOCK, git }, {});
      return { historyGap, inGit: [...opened.pipeline.deals()].map(deal => deal.inGit) };
    };
    const nothing = { historyGap: undefined, inGit: [undefined] };
    assert.deepEqual(await reportWith(undefined), nothing);
    assert.deepEqual(await reportWith({ known: undefined, gap: 'shallow' }), {
      ...nothing,
      historyGap: 'shallow',
    });
    assert.deepEqual(await reportWith({ known, gap: undefined }), {
      historyGap: undefined,
      inGit: [known.get('a.md')],
    });
    assert.deepEqual(asked, Array(3).fill([folder, opened.pipeline.process]));
  });
});
