import assert from 'node:assert/strict';
import { Search, searchTextOf } from '../../../../src/core/pipeline/search';
import { readDeal } from '../../../../src/core/deal/readDeal';
import { DEFAULT_PROCESS } from '../../../../src/core/process/process';
import { file } from '../../support/deals';
import { SHORT_HOSTILE } from '../../support/hostile';

const texts = [
  'Renewal | Acme Corp | Zoë Łukasz | zoe@acme.example | hardware | dana | Proposal',
  'Warehouse scanners | Østberg | ines | Negotiation',
  'Acme, warehouse | Nordwind | Proposal',
  'Сканеры для склада | Ромашка | Won',
];
const found = (typed: string) => new Search(texts).find(typed);

describe('the search for deals', () => {
  for (const [what, typed, wanted] of [
    ['finds all, in their order, for nothing typed', ' ', [0, 1, 2, 3]],
    ['has the better hit first', 'acme', [2, 0]],
    ['finds parts of words', 'scan', [1]],
    ['takes words in any order', 'scanners ware', [1]],
    ['needs all words', 'acme renewal', [0]],
    ['forgives a letter left out', 'warehose', [1, 2]],
    ['forgives letters swapped', 'negotaition', [1]],
    ['forgives a wrong letter', 'renawal', [0]],
    ['does not need accents', 'zoe lukasz', [0]],
    ['forgives accents that are not there', 'ácme nordwìnd', [2]],
    ['folds letters with a stroke', 'ostberg', [1]],
    ['reads other scripts', 'склада сканеры', [3]],
    ['reads no sign as an order', 'acme -corp', [0]],
    ['finds nothing for signs', '€ !', []],
    ['finds nothing for an apostrophe alone', "'", []],
    ['finds nothing for what is nowhere', 'zebra', []],
  ] as const)
    it(what, () => assert.deepEqual(found(typed), wanted));

  for (const [typed, first, second] of [
    ['trolly', 'Veldkamer, trolley tracking', 'Medivarna, controlled stock'],
    ['trolly', 'Controlled stock for a trolley', 'Medivarna, controlled stock'],
    ['scan', 'Acme, scanners', 'Rescan'],
    ['art north', 'Northwind | art', 'Northwind | party'],
    ['part', 'Two parts', 'Department'],
  ] as const)
    it(`has “${first}” before “${second}” for “${typed}”`, () =>
      assert.deepEqual(new Search([second, first]).find(typed), [1, 0]));

  it('leaves hits in their order where what was typed is in thousands', () => {
    const many = Array.from({ length: 5_002 }, (_, at) =>
      at === 7 ? 'Beta' : `${'x '.repeat(at % 3)}Acme ${at}`,
    );
    assert.deepEqual(
      new Search(many).find('acme'),
      [...many.keys()].filter(at => at !== 7),
    );
  });

  for (const [name, text] of SHORT_HOSTILE)
    it(`copes with any text: ${name}`, () => {
      new Search([...texts, text]).find(text);
    });

  it('goes by title, account, contacts, tags, owner and stage', () => {
    const head =
      'title: T\naccount: A\nstage: proposal\nowner: O\ntags: [g]\ncontacts:\n  - {name: N, email: n@e.example}';
    const entry = readDeal('t.md', file(head, ''), DEFAULT_PROCESS);
    assert.equal(
      entry.kind === 'deal' && searchTextOf(entry.deal, 'S'),
      'T | A | N | n@e.example | g | O | S',
    );
    const bare = readDeal(
      't.md',
      file('title: T\nstage: proposal\ncontacts: [{role: buyer}]', ''),
      DEFAULT_PROCESS,
    );
    assert.equal(bare.kind === 'deal' && searchTextOf(bare.deal, 'S'), 'T | S');
  });
});
