import assert from 'node:assert/strict';
import { commitAll, git } from '../git/support';
import { deal } from './support/folder';
import { ownPipeline } from './support/pipeline';

const lines = (title: string, stage: string, ...more: string[]) =>
  deal(`title: ${title}`, 'created: 2026-01-05', `stage: ${stage}`, ...more);

interface Listed {
  readonly path: string;
  readonly days?: number | null;
  readonly daysInStage?: number | null;
  readonly history?: readonly unknown[];
  readonly fromGit?: true;
}

describe('days in a stage on the command line', () => {
  const pipeline = ownPipeline();
  const written =
    'history:\n  - {on: 2026-01-05, stage: lead-generation}\n  - {on: 2026-01-10, stage: proposal}';
  const begin = () => {
    pipeline.write('deals/acme.md', '');
    git(pipeline.path('.'), '2026-01-05', 'init', '--quiet');
    const commit = (day: string, stage: string, ...more: string[]) => {
      pipeline.write('deals/acme.md', lines('Acme', stage));
      pipeline.write('deals/globex.md', lines('Globex', stage, ...more));
      commitAll(pipeline.path('.'), day);
    };
    commit('2026-01-05', 'lead-generation');
    commit('2026-01-12', 'proposal', written);
  };
  const json = async (command: string) => JSON.parse((await pipeline.run(command, '--json')).out);

  it('say where only git knows them, in what list and funnel print for scripts', async () => {
    begin();
    const { deals }: { deals: readonly Listed[] } = await json('list');
    assert.deepEqual(
      deals.map(one => [one.path, typeof one.daysInStage, one.fromGit, one.history?.length]),
      [
        ['acme.md', 'number', true, 0],
        ['globex.md', 'number', undefined, 2],
      ],
    );
    const funnel: { fromGit: number; openDeals: readonly Listed[] } = await json('funnel');
    assert.equal(funnel.fromGit, 1);
    assert.deepEqual(
      funnel.openDeals.map(one => [one.path, one.days, one.fromGit]),
      deals.map(one => [one.path, one.daysInStage, one.fromGit]),
    );
  });

  it('are as the files have them where there is no git', async () => {
    pipeline.write('deals/acme.md', lines('Acme', 'proposal'));
    const { deals }: { deals: readonly Listed[] } = await json('list');
    assert.deepEqual(
      deals.map(one => [one.path, one.daysInStage, one.fromGit]),
      [['acme.md', null, undefined]],
    );
  });

  it('name what git can’t tell only where they are left open', async () => {
    begin();
    const whole = pipeline.path('.');
    git(whole, '2026-01-20', 'clone', '--quiet', '--depth=1', `file://${whole}`, 'shallow');
    const { err } = await pipeline.run('list', 'shallow/deals');
    assert.match(err, /shallow/);
    pipeline.write('shallow/deals/acme.md', lines('Acme', 'proposal', written));
    assert.doesNotMatch((await pipeline.run('list', 'shallow/deals')).err, /shallow/);
  });
});
