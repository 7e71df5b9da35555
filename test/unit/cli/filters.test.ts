import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { FILTER_OPTIONS } from '../../../src/cli/filterOptions';
import { askedIn, FILTER_KEYS } from '../../../src/core/filter/table';
import { keyInView } from '../../../src/core/process/view';
import { filterWords } from '../../../src/words/filter';
import { PROCESS_SCHEMA } from '../support/schema';
import { run, runJson } from './support/cli';
import { deal, openDeal, temporaryFolder } from './support/folder';

interface List {
  readonly deals: readonly { readonly path: string }[];
  readonly files: Readonly<Record<string, number>>;
  readonly needsAttention: readonly object[];
  readonly leftOut: number;
}

describe('list with filters', () => {
  const folder = temporaryFolder();
  beforeEach(() => {
    const of = (title: string, ...lines: string[]) =>
      openDeal(title, 'proposal').replace('value:', `${lines.join('\n')}\nvalue:`);
    folder.write('sales-process.yaml', 'stages: {proposal: {label: Offer}}\n');
    folder.write('a.md', of('A', 'owner: dana', 'tags: [new]', 'source: fair'));
    folder.write(
      'b.md',
      of('B', 'owner: Ben', 'account: Nordhavel AG', 'next_step: Call', 'next_step_on: 2099-01-01'),
    );
    folder.write(
      'c.md',
      deal('title: C', 'stage: closing', 'owner: dana', 'status: won', 'closed_on: 2026-03-01'),
    );
    folder.write('archive/d.md', deal('title: D', 'stage: closing', 'status: lost', 'closed_on: 2026-03-01'));
    folder.write('x.md', deal('title: X', 'stage: no such stage'));
  });

  const left = async (...options: string[]) => {
    const { deals, files, leftOut, needsAttention } = await runJson<List>(folder.root, 'list', ...options);
    assert.equal(deals.length + leftOut, 4);
    assert.equal(needsAttention.length, 1);
    assert.equal(files['total'], deals.length + 1);
    return deals.map(({ path }) => path.replace('.md', '')).join(' ');
  };

  it('has the deals that they mean, and the files that no filter can know', async () => {
    assert.equal(await left(), 'a b c archive/d');
    assert.equal(await left('--owner', 'DANA'), 'a c');
    assert.equal(await left('--owner', 'dana', '--owner', 'ben', '--status', 'open'), 'a b');
    assert.equal(await left('--account', 'nordhavel ag'), 'b');
    assert.equal(await left('--stage', 'offer'), 'a b');
    assert.equal(await left('--stage', 'offer', '--stage', 'Closing', '--without-archived'), 'a b c');
    assert.equal(await left('--status', 'closed won'), 'c');
    assert.equal(await left('--text', 'nordhavel'), 'b');
    assert.equal(await left('--without-next-step'), 'a');
    assert.equal(await left('--min-value', '48k'), 'a b');
    assert.equal(await left('--max-value', '47,999'), '');
  });

  it('are told where they name what no deal has, with what was meant or what there is', async () => {
    const err = async (...args: string[]) => (await run(folder.root, args)).err;
    assert.equal(
      await err('list', '--owner', 'dan'),
      'No deal here has the owner “dan”. Did you mean “dana”?\n',
    );
    assert.equal(
      await err(
        'list',
        '--json',
        '--owner',
        'Marek',
        '--owner',
        'BEN',
        '--tag',
        '#old',
        '--account',
        'Nordhafel AG',
      ),
      [
        'No deal here has the owner “Marek”. The owners here are “dana”, “Ben”.',
        'No deal here has the tag “#old”. The tags here are “new”.',
        'No deal here has the account “Nordhafel AG”. Did you mean “Nordhavel AG”?',
        '',
      ].join('\n'),
    );
    for (const command of ['calendar', 'today', 'funnel', 'review', 'changes', 'call'])
      assert.match(await err(command, '--owner', 'dan'), /^No deal here has the owner “dan”\. Did/m, command);
    for (const name of ['DANA', ' ben '])
      assert.doesNotMatch(await err('list', '--owner', name, '--tag', '#New'), /No deal here/);
    // Of another day, others may have the name.
    assert.doesNotMatch(await err('funnel', '--owner', 'dan', '--as-of', '2026-01-01'), /No deal here/);
  });

  it('says so above the deals, and counts those that it shows', async () => {
    const { out } = await run(folder.root, ['list', '--owner', 'dana', '--stage', 'offer']);
    assert.match(out, /^Only owner dana, stage Offer: 3 deals filtered out\n\nLead generation · 0\n/);
    assert.match(out, /^2 files = 1 open \+ 0 won \+ 0 lost \+ 1 needs attention \+ 0 other notes\n$/m);
    assert.doesNotMatch((await run(folder.root, ['list'])).out, /filtered out/);
    const csv = await run(folder.root, ['list', '--csv', '--owner', 'ben']);
    assert.deepEqual(
      csv.out
        .trim()
        .split('\r\n')
        .map(line => line.split(',')[0]),
      ['path', 'b.md'],
    );
  });

  it('refuses what makes no sense', async () => {
    for (const [says, ...args] of [
      ['There is no stage “ofer”. Did you mean “proposal”?', '--stage', 'ofer'],
      ['Use open, won or lost.', '--status', 'pending'],
      ['Use month or quarter.', '--closing', 'year'],
      ['Write an amount such as 5000 or 5k', '--min-value', 'much'],
      ['the currency goes with --currency', '--min-value', '5k EUR'],
      ['Write an amount', '--min-value', '-5'],
      ['--min-value (5) must not be more than --max-value (3).', '--min-value', '5', '--max-value', '3'],
      [
        '--from (2026-02-01) must not be later than --to (2026-01-01).',
        '--from',
        '2026-02-01',
        '--to',
        '2026-01-01',
      ],
      ['--text must not be empty.', '--text', ' '],
    ] as const) {
      const { code, out, err } = await run(folder.root, ['list', ...args]);
      assert.deepEqual({ code, out }, { code: 2, out: '' }, says);
      assert.ok(err.includes(says), err);
    }
  });
});

describe('the kinds of filters', () => {
  it('are options of list and of funnel alike, with what they are for', async () => {
    for (const command of ['list', 'funnel']) {
      const { out } = await run('.', ['help', command]);
      const words = out.replace(/\s+/g, ' ');
      for (const { option } of FILTER_OPTIONS)
        assert.ok(words.includes(`${option.flags} ${option.description}`), option.flags);
    }
  });

  it('are documented, by the keys of views and the options', () => {
    const [, table] = /^\| In a view .*\n\|.*\n((?:\|.*\n)+)/m.exec(
      readFileSync('docs/commands.md', 'utf8'),
    )!;
    const rows = table!
      .trim()
      .split('\n')
      .map(row =>
        row
          .split('|')
          .slice(1, -1)
          .map(cell => cell.trim()),
      );
    assert.deepEqual(
      rows,
      FILTER_OPTIONS.map(({ key, option }) => [
        `\`${keyInView(key)}\``,
        `\`${option.flags}\``,
        filterWords('en').help(key),
      ]),
    );
  });

  it('are keys of a view in the schema of sales-process.yaml', () => {
    const view = Object.keys(PROCESS_SCHEMA.definitions!['view']!.properties!);
    const others = ['name', 'sort', 'reversed', 'group'];
    assert.deepEqual(view.toSorted(), [...others, ...FILTER_KEYS.map(keyInView)].toSorted());
  });

  it('ask for nothing where there is nothing in them', () => {
    const nothing = { owner: [], text: ' ', stalled: false };
    assert.deepEqual(askedIn(nothing), []);
    assert.deepEqual(askedIn({ minValue: 0, archived: false }), ['minValue', 'archived']);
  });
});
