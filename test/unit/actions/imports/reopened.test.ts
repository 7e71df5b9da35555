import assert from 'node:assert/strict';
import fc from 'fast-check';
import { forAllInTime } from '../../support/property';
import { FOLDER, Importing } from './support/importing';

type Is = 'open' | 'won' | 'lost';

/** A table of some system in which the outcome is a stage, with one deal. */
interface System {
  readonly name: string;
  readonly heads: string;
  readonly stages: Readonly<Partial<Record<Is, string>>>;
}

const SYSTEMS: readonly System[] = [
  {
    name: 'hubspot',
    heads: 'Record ID,Deal Name,Associated Company,Deal Stage,Amount,Create Date',
    stages: { open: 'Contract Sent', won: 'Closed Won', lost: 'Closed Lost' },
  },
  {
    name: 'salesforce',
    heads: 'Opportunity ID,Opportunity Name,Account Name,Stage,Amount,Created Date',
    stages: { open: 'Needs Analysis', won: 'Closed Won', lost: 'Closed Lost' },
  },
  {
    name: 'odoo',
    heads: 'External ID,Opportunity,Customer,Stage,Expected Revenue,Created on',
    stages: { open: 'Proposition', won: 'Won' },
  },
  {
    name: 'pipeline',
    heads: 'ID,Deal,Company,Stage,Value,Created',
    stages: { open: 'Demo', won: 'Gewonnen', lost: 'Dead - no budget' },
  },
];
const tableOf = ({ heads, stages }: System, is: Is) =>
  `${heads}\n41,Kappa,Initech,${stages[is]},500,2026-05-18\n`;
const dayOf = (at: number) => `2026-10-${String(at + 10)}`;

describe('a deal that is reopened in the other system', () => {
  for (const system of SYSTEMS)
    for (const ended of (['won', 'lost'] as const).filter(is => system.stages[is]))
      it(`is open again after it was ${ended}, by ${system.name}, though the first table had no closed deal`, async () => {
        const into = new Importing();
        for (const [at, is] of (['open', ended, 'open'] as const).entries())
          await into.take(`${system.name}-${dayOf(at)}.csv`, tableOf(system, is));
        assert.deepEqual(
          into.deals.map(({ title, status }) => [title, status]),
          [['Kappa', 'open']],
        );
      });

  it('stands as the last table says, however it came and went', async () => {
    const route = fc.record({
      system: fc.constantFrom(...SYSTEMS),
      steps: fc.array(fc.constantFrom<Is>('open', 'won', 'lost'), { minLength: 2, maxLength: 5 }),
    });
    const check = async ({ system, steps: all }: { system: System; steps: Is[] }) => {
      const into = new Importing();
      const steps = (['open', ...all] as Is[]).filter(is => system.stages[is]);
      for (const [at, is] of steps.entries())
        await into.take(`${system.name}-${dayOf(at)}.csv`, tableOf(system, is));
      assert.deepEqual(
        into.deals.map(({ status }) => status),
        steps.slice(-1),
      );
    };
    await forAllInTime(route, check, 20);
  });

  it('adds the stage by which it was closed to the kept mapping, and leaves all else of that as it is', async () => {
    const into = new Importing();
    const [, , , own] = SYSTEMS as readonly [System, System, System, System];
    await into.take('pipeline-2026-10-10.csv', tableOf(own, 'open'));
    const file = `${FOLDER}/_import/pipeline.yaml`;
    const kept = `# Ours.\n${into.files.all[file]!.replace('Demo:', '"Demo":')}`;
    into.files.write(file, kept);
    await into.take('pipeline-2026-10-11.csv', tableOf(own, 'lost'));
    const after = into.files.all[file]!;
    const [added] = after.split('\n').filter(line => !kept.split('\n').includes(line));
    assert.match(added ?? '', /Dead - no budget.*: lost/);
    assert.equal(after.replace(`${added}\n`, ''), kept);
  });
});
