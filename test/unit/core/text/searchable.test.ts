import assert from 'node:assert/strict';
import { dealFilter } from '../../../../src/core/filter/dealFilter';
import { Search } from '../../../../src/core/pipeline/search';
import { DEFAULT_PROCESS } from '../../../../src/core/process/process';
import { searchable } from '../../../../src/core/text/searchable';
import { date, makeDeal } from '../../support/deals';

/** Two people each, in many scripts. */
const DIFFERENT: readonly (readonly [string, string])[] = [
  ['कमल', 'कमाल'],
  ['राज', 'रज'],
  ['মিনা', 'মীনা'],
  ['மணி', 'மாணி'],
  ['ハル', 'バル'],
  ['はる', 'ぱる'],
  ['ใหม่', 'ใหม้'],
  ['เก่ง', 'เกง'],
  ['андрей', 'андреи'],
  ['محمَد', 'محمُد'],
  ['ကောင်း', 'ကောင်'],
  ['김', '금'],
  ['ﾊﾙ', 'バル'],
  ['㈱アクメ', '(株)アクメ'],
  ['①', '1'],
  ['x²', 'x2'],
];
const SAME: readonly (readonly [string, string])[] = [
  ['José', 'jose'],
  ['ZOË', 'zoe'],
  ['Dana  Lee', ' dana lee'],
  ['Nguyễn', 'nguyen'],
  ['Γιώργος', 'ΓΙΩΡΓΟΣ'.toLowerCase()],
  ['Алёна', 'алена'],
  ['ガ', 'カ\u3099'],
  ['é', 'e\u0301'],
  ['ＡＣＭＥ', 'acme'],
  ['ｱｸﾒ', 'アクメ'],
  ['ﾊﾞﾙ', 'バル'],
  ['ﾊﾟｰｸ', 'パーク'],
  ['ＡＣＭＥ　株式会社', 'acme 株式会社'],
];
const context = { process: DEFAULT_PROCESS, asOf: date('2026-03-01') };

describe('names', () => {
  for (const [one, other] of DIFFERENT) {
    it(`are two: ${one} and ${other}`, () => {
      assert.notEqual(searchable(one), searchable(other));
      for (const key of ['owner', 'tag', 'account'] as const) {
        const deals = [one, other].map(name =>
          makeDeal({ owner: name, tags: [name], account: name, title: key }),
        );
        for (const name of [one, other]) {
          const isMeant = dealFilter({ [key]: [name] }, context);
          assert.deepEqual(
            deals.filter(isMeant).map(deal => deal[key === 'tag' ? 'tags' : key]?.toString()),
            [name],
          );
        }
      }
      assert.equal(dealFilter({ text: one }, context)(makeDeal({ title: 'x', owner: one })), true);
      for (const name of [one, other])
        assert.ok(new Search([one, other]).find(name).includes([one, other].indexOf(name)));
    });
  }

  for (const [one, other] of SAME) {
    it(`are one: ${one} and ${other}`, () => assert.equal(searchable(one), searchable(other)));
  }
});
