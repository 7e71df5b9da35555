import assert from 'node:assert/strict';
import { parse } from 'csv-parse/sync';
import { stagesAsCsv } from '../../../src/core/text/stagesCsv';
import { moneyIn, NO_CURRENCIES } from '../../../src/core/moneyFormat';
import { reportAsMarkdown } from '../../../src/words/report/reportMarkdown';
import { reportWords } from '../../../src/words/report';
import { makeReport, type Report } from '../../../src/core/metrics/report';
import { makeProcess, type Process } from '../../../src/core/process/process';
import { date, dealWith } from '../support/deals';
import { HOSTILE, UNSAFE } from '../support/hostile';
import { run, runJson } from './support/cli';
import { deal, openDeal, temporaryFolder } from './support/folder';

const EXAMPLE = ['funnel', 'test/fixtures/worked-example', '--as-of', '2026-03-01'];

const text = async (...options: string[]) => (await run('.', [...EXAMPLE, ...options])).out;

/** Cells of a row of a table: parts between bars that are not escaped. */
const cellsOf = (row: string) => row.split(/(?<!\\)(?:\\\\)*\|/).slice(1, -1);

describe('funnel --markdown', () => {
  let markdown: string;
  before(async () => {
    markdown = await text('--markdown');
  });

  it('begins with the figures of the day beside those of the last week', () => {
    assert.match(markdown, /^# Pipeline report, 2026-03-01\n\n\| {2}\| Now \| On 2026-02-22 \|\n/);
    assert.match(markdown, /^\| Weighted \| €18,000 \| €13,000 \|$/m);
    assert.match(markdown, /^\| Win rate \| too few \(4\) \| too few \(4\) \|$/m);
  });

  it('has the funnel, the leaks and where to push', () => {
    assert.match(markdown, /^\| Prospecting \| 6 \| 0 \| 1 \| 83% of 6 \| 0 \| {2}\| 3\.5 days \|$/m);
    assert.match(markdown, /^\| Proposal \| 1 \| €8,000 \| price 1 \|$/m);
    assert.match(
      markdown,
      /^- Most wins to gain: Prospecting\. If it lost no deals, 75% of new deals would be won instead of 63% \(n = 6\)\.$/m,
    );
    assert.match(markdown, /^- Most time: Needs analysis\. It takes 24% of all days \(n = 5\)\.$/m);
    assert.match(
      markdown,
      /^- Best single step: Prospecting\. At 92% conversion instead of 83%, expect 2\.1 wins per month instead of 1\.9/m,
    );
  });

  it('has what will close, by quarter', () => {
    assert.match(markdown, /^\| Quarter \| Won \| Commit \| Best case \| Pipeline \| Slipped \|$/m);
  });

  it('lists the deals that need something, with links', () => {
    assert.match(
      markdown,
      /^- \[Eastwick, yard and counter\]\(test\/fixtures\/worked-example\/e\.md\) \(.*\): no activity for 17 days; no next step$/m,
    );
    assert.match(markdown, /^6 files = 2 open \+ 2 won/m);
  });

  it('says in words where there is nothing', async () => {
    const { out } = await run('test/fixtures/worked-example', [
      'funnel',
      '--as-of',
      '2025-12-31',
      '--markdown',
    ]);
    assert.match(out, /## Where deals are lost\n\nNo deals were lost\./);
    assert.match(out, /## What would help most\n\nNot enough history to tell yet\./);
    assert.match(out, /## Deals that need work\n\nNone\./);
    assert.doesNotMatch(out, /NaN|undefined|null|Infinity/);
  });
});

/** A report in which a text stands wherever one can. */
function hostileReport(hostile: string): { report: Report; process: Process } {
  const process = makeProcess({ stages: { proposal: { label: hostile } } });
  const texts = { title: hostile, owner: hostile, lostReason: hostile };
  const deals = [
    dealWith('L0 R5', { ...texts, path: 'a.md' }),
    dealWith('L0 R5 lost9', { ...texts, path: 'b.md' }),
  ];
  const asOf = date('2026-06-01');
  const files = { needsAttention: 0, otherNotes: 0 };
  return { process, report: makeReport({ deals, files, process, asOf }) };
}

describe('what files say', () => {
  for (const [name, hostile] of Object.entries(HOSTILE)) {
    it(`is text in a Markdown report: ${name}`, () => {
      const { report, process } = hostileReport(hostile);
      const lines = reportAsMarkdown(
        { report, process, words: reportWords('en'), money: moneyIn(NO_CURRENCIES) },
        `owner ${hostile}`,
        path => `deals/${path}`,
      );
      let width = 0;
      for (const line of lines) {
        assert.doesNotMatch(line, UNSAFE);
        assert.doesNotMatch(line, /(?<!\\)<|(?<!\\)!\[|(?<!\\)\]\((?!deals\/a\.md\))/);
        if (!line.startsWith('|')) width = 0;
        else if (!width) width = cellsOf(line).length;
        if (width) assert.equal(cellsOf(line).length, width, line);
      }
    });

    it(`is no formula in a CSV: ${name}`, () => {
      const { report, process } = hostileReport(hostile);
      const rows: string[][] = parse(stagesAsCsv(report.stages, process));
      assert.equal(rows.length, 8);
      for (const row of rows) {
        assert.equal(row.length, rows[0]!.length);
        assert.doesNotMatch(row[1]!, /^[\s\p{Cf}]*[=+\-@＝＋－＠]/u);
      }
    });
  }
});

describe('funnel --csv', () => {
  it('has a line for each stage, with whole figures', async () => {
    const rows: Record<string, string>[] = parse(await text('--csv'), { columns: true });
    assert.deepEqual(
      rows.map(({ stage, reached, strict }) => [stage, reached, strict].join(' ')),
      [
        ...['lead-generation 6 6', 'prospecting 6 6', 'qualification 5 5', 'needs-analysis 5 4'],
        ...['proposal 4 3', 'negotiation 3 2', 'closing 2 1'],
      ],
    );
    assert.equal(rows[4]!['conversion'], '0.75');
    assert.deepEqual([rows[5]!['open_value_EUR'], rows[5]!['open_weighted_EUR']], ['20000', '15000']);
    assert.deepEqual([rows[4]!['lost_value_EUR'], rows[0]!['lost_value_EUR']], ['8000', '0']);
    assert.equal(rows[0]!['kaplan_meier_median'], '');
  });

  it('is one kind of output at a time', async () => {
    for (const others of [['--json'], ['--markdown']]) {
      const { code, out } = await run('.', [...EXAMPLE, '--csv', ...others]);
      assert.deepEqual({ code, out }, { code: 2, out: '' });
    }
  });
});

describe('the owners in the funnel', () => {
  const folder = temporaryFolder();

  it('stand side by side where there are several', async () => {
    const ofOwner = (owner: string, ...more: string[]) =>
      folder.write(
        `${owner}.md`,
        deal('stage: proposal', `owner: ${owner}`, 'value: 500', 'currency: EUR', ...more),
      );
    ofOwner('dana');
    assert.doesNotMatch((await run(folder.root, ['funnel'])).out, /By owner/);
    ofOwner('tom', 'title: Acme', 'history: [{on: 2020-01-02, stage: proposal}]');
    const { out } = await run(folder.root, ['funnel']);
    assert.match(out, /^By owner\nOwner +Open +Weighted +Won this quarter +Slipped +Activities since /m);
    assert.match(out, /^dana +1 deal, €500 +€250 +0$/m);
    assert.match(out, /^tom +1 deal, €500 +€250 +0 +Acme, \d+ days$/m);
  });
});

describe('the filters of the funnel', () => {
  const folder = temporaryFolder();
  beforeEach(() => {
    const of = (title: string, ...lines: string[]) =>
      openDeal(title, 'proposal').replace('value:', `${lines.join('\n')}\nvalue:`);
    folder.write('a.md', of('A', 'owner: dana', 'tags: [new]', 'source: fair', 'created: 2026-01-01'));
    folder.write('b.md', of('B', 'owner: Ben', 'created: 2026-02-01'));
    folder.write('c.md', deal('title: C', 'stage: closing', 'created: 2026-03-01'));
  });

  const left = async (...options: string[]) => {
    const { openDeals, leftOut } = await runJson<Report>(folder.root, 'funnel', ...options);
    assert.equal(openDeals.length + leftOut, 3);
    return openDeals.map(({ path }) => path[0]).join('');
  };

  it('leave deals out by owner, tag, source, currency and first day', async () => {
    assert.equal(await left(), 'abc');
    assert.equal(await left('--owner', 'ben'), 'b');
    assert.equal(await left('--owner', 'ben', '--owner', 'DANA'), 'ab');
    assert.equal(await left('--tag', 'new'), 'a');
    assert.equal(await left('--source', 'Fair'), 'a');
    assert.equal(await left('--currency', 'eur'), 'ab');
    assert.equal(await left('--from', '2026-01-06'), 'c');
    assert.equal(await left('--from', '2026-01-01', '--to', '2026-01-31'), 'ab');
  });

  it('are told where the figures stand', async () => {
    const { out } = await run(folder.root, ['funnel', '--owner', 'ben', '--from', '2026-01-01']);
    assert.match(out, /^Only owner ben, created from 2026-01-01: 2 deals filtered out$/m);
  });

  it('make no sense where the first day is later than the last', async () => {
    const { code, err } = await run(folder.root, ['funnel', '--from', '2026-02-01', '--to', '2026-01-01']);
    assert.equal(code, 2);
    assert.match(err, /--from \(2026-02-01\) must not be later than --to \(2026-01-01\)/);
    assert.equal((await run(folder.root, ['funnel', '--owner', ' '])).code, 2);
  });
});
