import assert from 'node:assert/strict';
import type { ImportPlan } from '../../../../src/actions/imports/planImport';
import { sentence } from '../../../../src/words/sentence';
import { Importing } from './support/importing';

const HEADS = 'Deal ID,Deal Name,Account,Stage,Value,Created';
const ALPHA = '1,Alpha,Acme,Proposal,100,2026-01-05';
const BETA = '2,Beta,Globex,Proposal,200,2026-01-06';
const GAMMA = '3,Gamma,Initech,Proposal,300,2026-01-07';
const table = (...rows: readonly string[]) => [HEADS, ...rows, ''].join('\n');

const goneIn = ({ remarks }: ImportPlan) =>
  remarks.filter(({ say }) => say === 'dealsNotInTable').map(sentence);

describe('deals that a newer table doesn’t have any more', () => {
  const imported = async () => {
    const into = new Importing();
    await into.take('crm.csv', table(ALPHA, BETA, GAMMA));
    return into;
  };
  const planned = async (into: Importing, ...rows: readonly string[]) => {
    const plan = await into.plan('crm.csv', table(...rows));
    assert.ok(plan.ok);
    return plan;
  };

  it('are named, and stay as they are', async () => {
    const into = await imported();
    const before = into.files.all;
    const { plan } = await into.take('crm.csv', table(BETA));
    assert.deepEqual(goneIn(plan), [
      'This table doesn’t have 2 open deals that were imported before: “Alpha”, “Gamma”. They stay as they are; if they were deleted or closed there, close them here.',
    ]);
    assert.deepEqual(into.files.all, before);
  });

  it('are not those that are closed here, made by hand, or brought by another table', async () => {
    const into = await imported();
    const alpha = into.files.all['/team/deals/alpha.md']!;
    into.files.write('/team/deals/alpha.md', alpha.replace('---\n', '---\nstatus: lost\n'));
    into.files.write('/team/deals/hand.md', '---\ntitle: By hand\nstage: proposal\n---\n');
    await into.take('other.csv', 'Deal ID,Deal Name,Account,Stage\n9,Other,Umbrella,Proposal\n', {
      kind: 'other',
    });
    assert.match(
      goneIn(await planned(into, BETA))[0]!,
      /1 open deal that was imported before: “Gamma”\. It stays/,
    );
  });

  it('are not those whose rows are there and aren’t taken', async () => {
    const into = await imported();
    assert.deepEqual(goneIn(await planned(into, ALPHA, BETA, '3,,,Proposal,300,2026-01-07')), []);
  });

  it('are not told of a table that has none of them, or all, or is older', async () => {
    const into = await imported();
    assert.deepEqual(goneIn(await planned(into, '7,Eta,Hooli,Proposal,70,2026-01-09')), []);
    assert.deepEqual(goneIn(await planned(into, ALPHA, BETA, GAMMA)), []);
    const dated = new Importing();
    await dated.take('crm-2026-11-20.csv', table(ALPHA, BETA, GAMMA));
    const older = await dated.plan('crm-2026-11-10.csv', table(ALPHA.replace('100', '90'), BETA));
    assert.ok(older.ok);
    assert.deepEqual(goneIn(older), []);
  });
});
