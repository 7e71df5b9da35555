import assert from 'node:assert/strict';
import {
  markdownLink,
  markdownText,
  plainText,
  withoutFormulas,
  withoutIcons,
  withoutLinks,
} from '../../src/core/escape';
import type { Entry } from '../../src/core/deal/entry';
import { readDeal } from '../../src/core/deal/readDeal';
import { moveDeal } from '../../src/core/deal/transition';
import { Pipeline } from '../../src/core/pipeline/pipeline';
import { DEFAULT_PROCESS } from '../../src/core/process/process';
import { readProcess } from '../../src/core/process/processFile';
import { funnelSheet } from '../../src/funnel/sheet';
import { EVERYTHING } from '../../src/shared/funnelQuestion';
import { isToPage } from '../../src/shared/toPage';
import { date, file } from './support/deals';
import {
  dealOf,
  doubtfulDeal,
  HOSTILE,
  INHERITED,
  oneLine,
  processOf,
  SHORT_HOSTILE,
  unreadableDeals,
  UNSAFE,
  wellFormed,
  yaml,
} from './support/hostile';
import { sentenceOf } from '../../src/words/sentence';

const TODAY = date('2026-11-20');

/** A text as a deal has it: on one line. */
const asRead = (text: string) => wellFormed(text).replace(/\s+/g, ' ').trim();

function problemsOf(entry: Entry) {
  if (entry.kind === 'note') return [];
  return entry.kind === 'deal' ? entry.problems : [entry.problem];
}

describe('hostile texts in deal files', () => {
  for (const [name, text] of Object.entries(HOSTILE)) {
    it(`are read as what they are: ${name}`, () => {
      const entry = readDeal('deals/a.md', dealOf(text, ['status: lost']), DEFAULT_PROCESS);
      assert.ok(entry.kind === 'deal', JSON.stringify(entry).slice(0, 300));
      const { title, account, owner, nextStep, lostReason } = entry.deal;
      assert.deepEqual([title, account, owner, nextStep, lostReason], Array(5).fill(asRead(text)));
      // Some look like several tags in one, which is only a hint.
      assert.deepEqual(
        entry.problems.filter(({ code }) => code !== 'several-in-one'),
        [],
      );
    });

    it(`are told as problems of a readable length: ${name}`, () => {
      const entries = [
        readDeal('deals/a.md', doubtfulDeal(text), DEFAULT_PROCESS),
        ...Object.values(unreadableDeals(text)).map(one => readDeal('deals/a.md', one, DEFAULT_PROCESS)),
      ];
      const problems = [...entries.flatMap(problemsOf), ...readProcess(processOf(text)).problems];
      assert.ok(problems.length > 8);
      for (const { says, line, code } of problems) {
        const message = sentenceOf({ says });
        assert.doesNotMatch(message, UNSAFE, code);
        assert.doesNotMatch(message, /[\n\r\t]/, code);
        assert.ok(message.length < 500, `${code}: ${message.length} characters`);
        assert.ok(Number.isInteger(line) && line >= 1);
      }
    });

    it(`stay as they are in a file that is moved: ${name}`, () => {
      const before = dealOf(text);
      const moved = moveDeal('a.md', before, { kind: 'advance' }, DEFAULT_PROCESS, { today: TODAY });
      assert.ok(moved.ok, JSON.stringify(moved).slice(0, 300));
      const [stage, ...others] = before.split('stage: proposal\n');
      assert.ok(moved.edited.text.startsWith(`${stage}stage: negotiation\n`));
      assert.ok(moved.edited.text.endsWith(others.join('').split('\n---\n').slice(1).join('\n---\n')));
    });

    it(`are a reason like any other: ${name}`, () => {
      if (!text.trim()) return;
      const wish = { kind: 'stop' as const, reason: wellFormed(text), note: wellFormed(text) };
      const lost = moveDeal('a.md', file('stage: proposal'), wish, DEFAULT_PROCESS, { today: TODAY });
      assert.ok(lost.ok, JSON.stringify(lost).slice(0, 300));
      const entry = readDeal('a.md', lost.edited.text, DEFAULT_PROCESS);
      assert.equal(entry.kind === 'deal' && entry.deal.lostReason, asRead(text));
    });
  }

  for (const key of INHERITED) {
    it(`are keys that say nothing: ${key}`, () => {
      const evil = `{stage: closing, title: evil, on: 2026-01-01, a: 1}`;
      const text = file(
        `"${key}": ${evil}\nhistory:\n  - {on: 2026-01-05, stage: proposal, "${key}": ${evil}}\nstage: proposal`,
      );
      const entry = readDeal('a.md', text, DEFAULT_PROCESS);
      assert.ok(entry.kind === 'deal');
      assert.deepEqual([entry.deal.title, entry.deal.stage, entry.problems], ['a', 'proposal', []]);
      assert.equal(({} as Record<string, unknown>)['a'], undefined);
      // By itself it may be told as a group that nobody reads, and is no deal.
      assert.notEqual(readDeal('a.md', file(`"${key}": ${evil}`), DEFAULT_PROCESS).kind, 'deal');
    });

    it(`are names of no stage, status or setting: ${key}`, () => {
      for (const head of [`stage: ${key}`, `stage: proposal\nstatus: ${key}`])
        assert.equal(readDeal('a.md', file(head), DEFAULT_PROCESS).kind, 'attention');
      const { process, problems } = readProcess(
        `${key}: 1\nskip: ${key}\nstages: {${key}: {label: x}, proposal: {${key}: x}}\n`,
      );
      assert.equal(problems.length, 4);
      assert.deepEqual(process.stages, DEFAULT_PROCESS.stages);
    });
  }

  it('inherit nothing from a merged key', () => {
    const entry = readDeal('a.md', file('base: &b {"__proto__": {stage: closing}}\n<<: *b'), DEFAULT_PROCESS);
    assert.notEqual(entry.kind, 'deal');
  });
});

/** No disk has longer names of files. */
const LONGEST_NAME = 240;

describe('the funnel of hostile deals', () => {
  for (const [name, text] of Object.entries(HOSTILE)) {
    it(`is a message of short lines that the page takes: ${name}`, () => {
      const { process } = readProcess(processOf(text));
      const pipeline = new Pipeline(process);
      const files = [
        dealOf(text, ['status: lost']),
        doubtfulDeal(text),
        ...Object.values(unreadableDeals(text)),
      ];
      for (const [k, one] of files.entries())
        pipeline.set(readDeal(`${k} ${oneLine(text).slice(0, LONGEST_NAME)}.md`, one, process));
      const sheet = funnelSheet(pipeline, EVERYTHING, TODAY);
      assert.ok(sheet.attention.length > 2);
      const message = JSON.parse(
        JSON.stringify({ type: 'show', pipelines: [], content: { kind: 'sheet', sheet } }),
      );
      assert.ok(isToPage(message));
      const shown = [
        ...sheet.stages.flatMap(({ label, purpose }) => [label, purpose]),
        ...sheet.report.outcomes.lost.reasons.map(({ reason }) => reason ?? ''),
        ...sheet.report.inNeed.flatMap(({ title, owner }) => [title, owner ?? '']),
        ...sheet.report.openDeals.flatMap(({ title, owner }) => [title, owner ?? '']),
        ...sheet.attention.map(({ reason }) => reason),
      ];
      for (const line of shown) {
        assert.ok(line.length <= 300);
        assert.doesNotMatch(line, UNSAFE);
        assert.doesNotMatch(line, /[\n\r\t]/);
      }
    });
  }
});

describe('what is shown of hostile texts', () => {
  for (const [name, text] of Object.entries(HOSTILE)) {
    it(`is one line that runs nothing: ${name}`, () => {
      const shown = plainText(text);
      assert.doesNotMatch(shown, UNSAFE);
      assert.doesNotMatch(shown, /[\n\r\t]/);
      assert.ok(shown.length <= 200);
      assert.doesNotMatch(withoutLinks(shown), /\]\(/);
      assert.doesNotMatch(withoutIcons(shown), /(^|[^\\])\$\(/);
      // One link, whose text ends where the address begins.
      const link = markdownLink(text, 'deals/a b.md').replace(/\\[!-/:-@[-`{-~]/g, '');
      assert.match(link, /^\[[^[\]<>`]*\]\(deals\/a%20b\.md\)$/);
      // Of punctuation, of which Markdown is made, all is escaped.
      assert.doesNotMatch(markdownText(shown).replace(/\\[!-/:-@[-`{-~]/g, ''), /[!-/:-@[-`{-~]/);
      assert.doesNotMatch(withoutFormulas(shown), /^\s*[=+\-@＝＋－＠]/);
    });
  }

  it('is all of a text that is harmless', () => {
    for (const text of ['Acme, scanners', 'Zoë & Söhne (50 %)', '見積 🚀', 'a_b*c#d', 'C:\\deals']) {
      assert.equal(plainText(text), text);
      assert.equal(withoutLinks(text), text);
      assert.equal(withoutIcons(text), text);
    }
  });

  it('is cut where a character ends', () => {
    const cut = plainText('🚀'.repeat(300));
    assert.equal(wellFormed(cut), cut);
  });

  it('covers every text once', () => {
    assert.equal(new Set(Object.values(HOSTILE)).size, Object.keys(HOSTILE).length);
    assert.ok(SHORT_HOSTILE.every(([, text]) => yaml(text).length < 10_000));
  });
});
