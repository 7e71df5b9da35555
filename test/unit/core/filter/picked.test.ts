import assert from 'node:assert/strict';
import { dealFilter } from '../../../../src/core/filter/dealFilter';
import { leave } from '../../../../src/core/filter/leave';
import { filterIn, withoutPicked } from '../../../../src/core/filter/picked';
import { isDealFilter } from '../../../../src/core/filter/shape';
import { askedIn, isFiltering, type DealFilter } from '../../../../src/core/filter/table';
import { Pipeline } from '../../../../src/core/pipeline/pipeline';
import { PipelineView } from '../../../../src/core/pipeline/view';
import { DEFAULT_PROCESS as process } from '../../../../src/core/process/process';
import { DEFAULT_VIEW } from '../../../../src/core/process/view';
import { filterWords } from '../../../../src/words/filter';
import { date, makeDeal } from '../../support/deals';

const asOf = date('2026-11-24');
const deals = [
  makeDeal({ path: 'a', owner: 'dana' }),
  makeDeal({ path: 'b', owner: 'marek' }),
  makeDeal({ path: 'archive/c', status: 'lost', owner: 'dana' }),
  makeDeal({ path: 'd', owner: 'dana' }),
];
const picked: DealFilter = {
  picked: { words: 'Lost or late', home: 'file:///one', paths: new Set(['a', 'b', 'archive/c', 'gone']) },
};
const left = (filter: DealFilter) =>
  deals
    .filter(dealFilter(filter, { process, asOf }))
    .map(({ path }) => path)
    .join(' ');

describe('deals that are picked', () => {
  it('are the only ones that are meant, and of them those that the rest of the filter leaves', () => {
    assert.equal(left(picked), 'a b archive/c');
    assert.equal(left({ ...picked, owner: ['Dana'] }), 'a archive/c');
    assert.equal(isFiltering(picked), true);
  });

  it('are in their own pipeline: another has none of them, though its files may be called the same', () => {
    assert.equal(left(filterIn(picked, 'file:///one')), 'a b archive/c');
    assert.equal(left(filterIn(picked, 'file:///two')), '');
    assert.equal(left(filterIn({ owner: ['marek'] }, 'file:///two')), 'b');
  });

  it('are called by their words, before what else is asked for', () => {
    const { describe: said } = filterWords('en');
    assert.equal(said({ ...picked, owner: ['dana'] }), '“Lost or late”, owner dana');
    assert.equal(said(picked, { name: name => name.toUpperCase() }), '“LOST OR LATE”');
  });

  it('are kept nowhere, and taken from nobody outside', () => {
    assert.deepEqual(withoutPicked({ ...picked, owner: ['dana'] }), { owner: ['dana'] });
    assert.deepEqual(askedIn(picked), []);
    const kept: unknown = JSON.parse(JSON.stringify(withoutPicked(picked)));
    assert.deepEqual([isDealFilter(kept), kept], [true, {}]);
  });

  it('are all shown by the view, those in the archive too, and nothing else', () => {
    const entries = deals.map(deal => ({ kind: 'deal' as const, path: deal.path, deal, problems: [] }));
    const pipeline = new Pipeline(process, entries);
    const shown = (filter: DealFilter) =>
      new PipelineView(pipeline, { ...DEFAULT_VIEW, filter }, asOf).groups.flatMap(group =>
        group.entries.map(({ path }) => path),
      );
    assert.deepEqual(shown(picked).toSorted(), ['a', 'archive/c', 'b']);
    assert.deepEqual(shown({}).toSorted(), ['a', 'b', 'd']);
    assert.deepEqual(leave(pipeline, picked, asOf).leftOut, 1);
  });
});
