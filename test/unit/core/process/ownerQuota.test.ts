import assert from 'node:assert/strict';
import { readProcess } from '../../../../src/core/process/processFile';
import { TODAY_RULES } from '../../../../src/core/process/todayRules';
import { sentenceOf } from '../../../../src/words/sentence';

const read = (quota: string) => {
  const { process, problems } = readProcess(`currency: EUR\nquota:\n  2026-Q4: ${quota}`);
  return {
    team: process.quota.get('2026-Q4'),
    owners: Object.fromEntries(process.ownerQuota.get('2026-Q4') ?? []),
    told: problems.map(({ line, column, code }) => `${line}:${column} ${code}`),
  };
};

const eur = (amount: number) => ({ amount, currency: 'EUR' });

describe('a quota', () => {
  it('is the team’s as an amount, alone or with its currency', () => {
    assert.deepEqual(read('450000'), { team: eur(450_000), owners: {}, told: [] });
    assert.deepEqual(read('{amount: 5, currency: gbp}').team, { amount: 5, currency: 'GBP' });
  });

  it('is by owner beside the team’s, or without one', () => {
    assert.deepEqual(read('{team: 450000, dana: 120000, Tom B.: {amount: 7, currency: USD}}'), {
      team: eur(450_000),
      owners: { dana: eur(120_000), 'Tom B.': { amount: 7, currency: 'USD' } },
      told: [],
    });
    assert.deepEqual(read('{dana: 1}'), { team: undefined, owners: { dana: eur(1) }, told: [] });
  });

  it('tells a slip at its place, and keeps the others', () => {
    const slip = read('{team: much, dana: 5, tom: {amout: 3}}');
    assert.deepEqual([slip.team, slip.owners], [undefined, { dana: eur(5) }]);
    assert.deepEqual(slip.told, ['3:19 wrong-type', '3:40 unknown-key', '3:39 wrong-type']);
  });

  it('is given once to those who are one owner, whatever their capitals and accents', () => {
    assert.deepEqual(read('{team: 9, dana: 5, DANA: 6, Zoë: 7, zoe: 8, Team: 3}'), {
      team: eur(9),
      owners: { dana: eur(5), Zoë: eur(7) },
      told: ['3:31 duplicate-key', '3:48 duplicate-key', '3:56 duplicate-key'],
    });
  });

  it('is no amount of an owner who is called nearly like a key of ours', () => {
    assert.deepEqual(read('{amout: 5}'), {
      team: undefined,
      owners: {},
      told: ['3:13 unknown-key', '3:12 wrong-type'],
    });
    assert.deepEqual(read('{amount: 5, dana: 6}').told, ['3:24 unknown-key']);
    assert.deepEqual(read('{}').told, ['3:12 wrong-type']);
  });
});

describe('the rules of what to do today', () => {
  const rules = (today: string) => {
    const { process, problems } = readProcess(`today: ${today}`);
    return { today: process.today, told: problems.map(sentenceOf) };
  };

  it('are those of the list in its order, each once', () => {
    assert.deepEqual(rules('[pushed, overdue, pushed]'), { today: ['pushed', 'overdue'], told: [] });
    assert.deepEqual(rules('[]'), { today: [], told: [] });
  });

  it('are those built in where the list can’t be read', () => {
    for (const wrong of ['overdue', '5', '[never]', '{overdue: 1}']) {
      const { today, told } = rules(wrong);
      assert.deepEqual([today, told.length], [TODAY_RULES, 1], wrong);
    }
    assert.deepEqual(rules('[never, due]').today, ['due']);
  });
});
