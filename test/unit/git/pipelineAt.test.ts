import assert from 'node:assert/strict';
import { rmSync } from 'node:fs';
import { pipelineAt, type PipelineThen } from '../../../src/actions/changes/pipelineAt';
import { findPoint } from '../../../src/actions/changes/point';
import { pastOf } from '../../../src/core/deal/past/events';
import { dealOf } from '../../../src/core/deal/entry';
import { makeReport } from '../../../src/core/metrics/report';
import { joinGit } from '../../../src/core/pipeline/joinGit';
import { asText } from '../../../src/files/disk/disk';
import { loadPipeline } from '../../../src/files/disk/loadDisk';
import { snapshotsFrom } from '../../../src/git/snapshots/snapshots';
import { deal, temporaryFolder } from '../cli/support/folder';
import { date } from '../support/deals';
import { commitAll, git, gitAskedIn } from './support';

const TODAY = date('2026-03-02');

const proposal = (title: string, value: number, ...more: string[]) =>
  deal(`title: ${title}`, 'stage: proposal', `value: ${value}`, 'currency: EUR', ...more);

describe('a pipeline as of a point', () => {
  const folder = temporaryFolder();

  async function at(typed: string): Promise<PipelineThen> {
    const deals = folder.path('deals');
    const { pipeline } = await loadPipeline(deals);
    const found = await gitAskedIn(deals).factsOf(deals, pipeline.process);
    if (found?.known) joinGit(pipeline, found.known);
    const snapshots = await snapshotsFrom({ cwd: folder.root, env: process.env })(deals);
    const point = await findPoint(typed, { snapshots, today: TODAY, language: 'en' });
    assert.ok(point.ok);
    return pipelineAt({ pipeline }, { snapshots, asText, today: TODAY }, point.point);
  }

  const rows = ({ pipeline }: PipelineThen) =>
    [...pipeline.deals()].map(({ path, stage, value }) => `${path} ${stage} ${value?.amount}`).sort();

  function makeHistory(): void {
    git(folder.root, '2026-01-05', 'init', '--quiet', '--initial-branch=main');
    folder.write('deals/a.md', proposal('Acme', 40_000));
    folder.write('deals/gone.md', proposal('Globex', 9_000));
    folder.write('deals/forecast.yaml', 'dana:\n  - {period: 2026-Q1, amount: 50000, on: 2026-01-05}\n');
    commitAll(folder.root, '2026-01-05');
    git(folder.root, '2026-01-05', 'tag', 'start');
    folder.write('deals/a.md', proposal('Acme', 60_000));
    commitAll(folder.root, '2026-01-20');
    git(folder.root, '2026-02-10', 'mv', 'deals/a.md', 'deals/acme.md');
    folder.write('deals/acme.md', proposal('Acme', 60_000).replace('proposal', 'closing'));
    folder.write('deals/new.md', proposal('Initech', 7_000));
    rmSync(folder.path('deals/gone.md'));
    folder.write('deals/forecast.yaml', 'dana:\n  - {period: 2026-Q1, amount: 70000, on: 2026-02-10}\n');
    commitAll(folder.root, '2026-02-10');
    folder.write('deals/acme.md', proposal('Acme', 99_000));
  }

  it('has the files of a commit, also those that are gone, under the names that they had', async () => {
    makeHistory();
    assert.deepEqual(rows(await at('start')), ['a.md proposal 40000', 'gone.md proposal 9000']);
    assert.deepEqual(rows(await at('HEAD')), ['acme.md closing 60000', 'new.md proposal 7000']);
    assert.deepEqual(rows(await at('now')), ['acme.md proposal 99000', 'new.md proposal 7000']);
  });

  it('has the files at the end of a day, is read by that day, and says where their texts are', async () => {
    makeHistory();
    const then = await at('2026-02-09');
    assert.deepEqual(rows(then), ['a.md proposal 60000', 'gone.md proposal 9000']);
    assert.deepEqual([then.day, then.byHistories], ['2026-02-09', undefined]);
    assert.deepEqual([...then.blobs.keys()].sort(), ['a.md', 'gone.md']);
    assert.equal((await at('start')).day, '2026-01-05');
  });

  it('knows of its deals what git knew then, and nothing of what came later', async () => {
    makeHistory();
    const { pipeline } = await at('2026-02-09');
    const told = pastOf(dealOf(pipeline.get('a.md'))!).map(({ kind, on }) => `${kind} ${on}`);
    assert.deepEqual(told, ['value 2026-01-20']);
    const later = await at('HEAD');
    const all = pastOf(dealOf(later.pipeline.get('acme.md'))!).map(({ kind, on }) => `${kind} ${on}`);
    assert.deepEqual(all, ['value 2026-01-20', 'stage 2026-02-10']);
  });

  it('knows nothing before a merge of what people settled in it', async () => {
    git(folder.root, '2026-01-05', 'init', '--quiet', '--initial-branch=main');
    folder.write('deals/a.md', proposal('Acme', 40_000));
    commitAll(folder.root, '2026-01-05');
    git(folder.root, '2026-01-06', 'switch', '--quiet', '--create', 'side');
    folder.write('deals/b.md', proposal('Beta', 1));
    commitAll(folder.root, '2026-01-06');
    git(folder.root, '2026-01-07', 'switch', '--quiet', 'main');
    folder.write('deals/c.md', proposal('Ceta', 1));
    commitAll(folder.root, '2026-01-07');
    git(folder.root, '2026-01-20', 'merge', '--quiet', '--no-ff', '--no-commit', 'side');
    folder.write('deals/a.md', proposal('Acme', 40_000).replace('proposal', 'closing'));
    git(folder.root, '2026-01-20', 'add', '--all');
    git(folder.root, '2026-01-20', 'commit', '--quiet', '--no-verify', '--message', 'Merged');
    const moves = async (point: string) => {
      const then = dealOf((await at(point)).pipeline.get('a.md'))!;
      return (then.inGit?.changes ?? []).map(({ on, set }) => [on, set.stage]);
    };
    assert.deepEqual(await moves('HEAD'), [['2026-01-20', 'closing']]);
    assert.deepEqual(await moves('HEAD~1'), []);
  });

  it('has the forecast calls that were made by then', async () => {
    makeHistory();
    const amounts = async (typed: string) =>
      (await at(typed)).pipeline.calls.map(({ money }) => money.amount);
    assert.deepEqual(await amounts('start'), [50_000]);
    assert.deepEqual(await amounts('HEAD'), [70_000]);
  });

  it('is the same in figures as what was on the screen on that day', async () => {
    makeHistory();
    const { pipeline, day } = await at('2026-01-31');
    const { process, files } = pipeline;
    const { open } = makeReport({ deals: [...pipeline.deals()], files, process, asOf: day });
    assert.deepEqual(open.value, { EUR: 69_000 });
  });

  it('is told by the deals’ own lines on a day of which git has no deal', async () => {
    git(folder.root, '2026-01-01', 'init', '--quiet', '--initial-branch=main');
    folder.write('README.md', 'Deals will come.');
    commitAll(folder.root, '2026-01-01');
    const lines = [
      'history:',
      '  - {on: 2026-01-10, stage: qualification}',
      '  - {on: 2026-02-10, stage: proposal}',
    ];
    folder.write('deals/a.md', proposal('Acme', 40_000, ...lines));
    commitAll(folder.root, '2026-02-20');
    for (const day of ['2025-12-31', '2026-01-31']) assert.equal((await at(day)).byHistories?.why, 'later');
    const then = await at('2026-01-31');
    assert.deepEqual(rows(then), ['a.md qualification 40000']);
    assert.equal(then.blobs.size, 0);
    assert.deepEqual(rows(await at('2026-01-05')), []);
  });

  it('is told by them where there is no git', async () => {
    folder.write('deals/a.md', proposal('Acme', 40_000, 'created: 2026-01-10'));
    const { byHistories, day } = await at('2026-01-31');
    assert.deepEqual(byHistories, { day, why: 'noGit' });
  });
});
