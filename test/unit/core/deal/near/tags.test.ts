import assert from 'node:assert/strict';
import { namesIn } from '../../../../../src/core/deal/names';
import { placesOf } from '../../../../../src/core/deal/help/names';
import { changeDeal } from '../../../../../src/core/deal/changeDeal';
import { renameShared } from '../../../../../src/core/deal/renameShared';
import { dealFilter } from '../../../../../src/core/filter/dealFilter';
import { DEFAULT_PROCESS } from '../../../../../src/core/process/process';
import { date, file, readGood } from '../../../support/deals';

const tagsOf = (line: string) => namesIn(readGood(file(`stage: proposal\n${line}`)).deal, 'tags');

describe('a tag with its sign', () => {
  for (const [line, tags] of [
    ['tags: ["#renewal"]', ['renewal']],
    ['tags: "#renewal"', ['renewal']],
    ['tags: "#hardware, #renewal"', ['hardware', 'renewal']],
    ['tags: "#hardware #renewal"', ['hardware', 'renewal']],
    ['tags: ["#renewal", renewal, "##hot", "#"]', ['renewal', 'hot']],
    ['tags: [c#, "a #b"]', ['c#', 'a #b']],
  ] as const)
    it(`is read without: ${line}`, () => assert.deepEqual(tagsOf(line), tags));

  it('is the one without for filters, whichever way it is asked for', () => {
    const context = { process: DEFAULT_PROCESS, asOf: date('2026-11-20') };
    const deals = ['tags: ["#renewal"]', 'tags: [renewal]', 'tags: [hot]'].map(
      line => readGood(file(`stage: proposal\n${line}`)).deal,
    );
    for (const filter of [
      { tag: ['renewal'] },
      { tag: ['#Renewal'] },
      { text: '#renewal' },
      { text: 'renewal' },
    ])
      assert.deepEqual(deals.map(dealFilter(filter, context)), [true, true, false], JSON.stringify(filter));
  });

  it('is found and renamed where it is written, and keeps its sign', () => {
    const lines = 'stage: proposal\ntags: ["#renewal", hot]';
    const text = file(lines);
    const [place] = placesOf(text, { kind: 'tag', name: 'renewal' });
    assert.equal(text.slice(place!.start, place!.end), 'renewal');
    const renamed = changeDeal('acme.md', text, DEFAULT_PROCESS, opened =>
      renameShared(opened, { kind: 'tag', name: 'renewal' }, 'upsell'),
    );
    assert.ok(renamed.ok);
    assert.equal(renamed.edited.text, text.replace('#renewal', '#upsell'));
  });
});
