import assert from 'node:assert/strict';
import { Importing } from './support/importing';

describe('stages in which a deal is over', () => {
  it('are known in German, French and Spanish, too', async () => {
    const into = new Importing();
    const stages = {
      lost: [
        'Verloren wg. Preis',
        'Verloren wg Preis',
        'Abgesagt',
        'Storniert',
        'Duplicate',
        'Annulée',
        'Refusé',
        'Cancelado',
        'Rechazada',
      ],
      won: ['Auftrag', 'Beauftragt', 'Signée', 'Firmado'],
    };
    const all = Object.entries(stages).flatMap(([is, names]) => names.map(name => [is, name] as const));
    const { plan } = await into.take(
      'crm.csv',
      ['Deal ID,Deal Name,Stage', ...all.map(([is, name], at) => `${at},${is} ${at},${name}`)].join('\n'),
    );
    assert.deepEqual(
      into.deals.filter(({ title, status }) => !title.startsWith(status)).map(({ title }) => title),
      [],
    );
    assert.ok(plan.proposed.mapping.stages.every(({ how }) => how === 'known'));
    assert.equal(into.deals.find(({ title }) => title === 'lost 0')!.lostReason, 'Preis');
  });
});

describe('rows of one deal with a “Stage date”', () => {
  it('are one deal, as the newest has it, and its history', async () => {
    const into = new Importing();
    const { plan } = await into.take(
      'crm.csv',
      'Deal ID,Deal Name,Stage,Stage date\n1,Acme,Qualification,2026-09-01\n1,Acme,Proposal,2026-10-01',
    );
    assert.deepEqual(plan.notTaken, []);
    const [deal] = into.deals;
    assert.equal(deal!.stage, 'proposal');
    assert.deepEqual(
      deal!.history.map(({ on, stage }) => `${on} ${stage}`),
      ['2026-09-01 qualification', '2026-10-01 proposal'],
    );
  });
});
