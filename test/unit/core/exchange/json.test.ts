import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type * as Build from '../../../../build/schemas.mjs';
import type { Deal } from '../../../../src/core/deal/deal';
import { checkAsJson } from '../../../../src/core/exchange/json/check';
import { funnelAsJson } from '../../../../src/core/exchange/json/funnel';
import { jsonText, jsonTextOfWhole } from '../../../../src/core/exchange/json/jsonText';
import { listAsJson } from '../../../../src/core/exchange/json/list';
import { moveAsJson, refusedAsJson } from '../../../../src/core/exchange/json/moves';
import { todayAsJson } from '../../../../src/core/exchange/json/today';
import { makeReport, type Report } from '../../../../src/core/metrics/report';
import { Pipeline } from '../../../../src/core/pipeline/pipeline';
import { hint } from '../../../../src/core/problem';
import { DEFAULT_PROCESS, makeProcess } from '../../../../src/core/process/process';
import { sentenceOf } from '../../../../src/words/sentence';
import { closingInGit, date, day, file, makeDeal, readGood } from '../../support/deals';
import { anyEntry, anyPipeline } from '../../support/pipelines';
import { forAll } from '../../support/property';
import { assertPublished, isPublished, withKeyTooMany } from '../../support/published';
import { WORKED_EXAMPLE } from '../../support/workedExample';
import { say as sayDeal } from '../../../../src/core/deal/say';

const TODAY = day(90);

/** A deal with all that a file can say. */
const full = readGood(
  file(
    [
      ...['title: Acme', 'account: Acme Corp', 'owner: dana', 'stage: closing', 'status: lost'],
      ...['lost_reason: price', 'lost_note: by half', 'source: fair', 'value: 48000', 'currency: EUR'],
      ...['probability: 60', 'forecast: commit', 'close_date: 2026-03-01', 'closed_on: 2026-02-20'],
      ...['next_step: Call', 'next_step_on: 2026-02-10', 'contacts: [{role: buyer}, R. Lee]'],
      ...['tags: [new]', 'checks: [budget]', 'created: 2026-01-01', 'history:'],
      '  - {on: 2026-01-02, stage: closing, override: true, skipped: [budget, owner], close_date: 2026-02-01}',
      '  - {on: 2026-02-20, status: lost}',
    ].join('\n'),
    '## Log\n\n- 2026-02-01 call: asked\n',
  ),
).deal;

const PROCESS = makeProcess({ quota: new Map([['2026-Q1', { amount: 100_000, currency: 'EUR' }]]) });

function reportOn(deals: readonly Deal[]): Report {
  const files = { needsAttention: 1, otherNotes: 2 };
  return makeReport({ deals, files, process: PROCESS, asOf: TODAY });
}

/** Data in which each object has one key more, but for maps: they have keys of no particular names. */
function withOurOwn(data: unknown): unknown {
  if (typeof data !== 'object' || data === null) return data;
  if (Array.isArray(data)) return data.map(withOurOwn);
  const isMap = Object.keys(data).every(key => /^[A-Z]{3}$/.test(key));
  const entries = Object.entries(data).map(([key, value]) => [key, withOurOwn(value)]);
  return Object.fromEntries(isMap ? entries : [...entries, ['ourOwn', 1]]);
}

/** The part of some data that other data has too, in the order of the first. */
function sharedPart(data: unknown, other: unknown): unknown {
  if (typeof data !== 'object' || data === null || typeof other !== 'object' || other === null) return data;
  if (Array.isArray(data)) return data.map((item, at) => sharedPart(item, (other as unknown[])[at]));
  const entries = Object.entries(data).filter(([key]) => Object.hasOwn(other, key));
  return Object.fromEntries(
    entries.map(([key, value]) => [key, sharedPart(value, (other as Record<string, unknown>)[key])]),
  );
}

describe('the schemas of what is printed as JSON', () => {
  it('are those that the code says (npm run schemas)', async () => {
    const build = (await import(pathToFileURL(resolve('build/schemas.mjs')).href)) as typeof Build;
    const written = readdirSync(build.FOLDER).map(
      name => [name, readFileSync(`${build.FOLDER}/${name}`, 'utf8')] as const,
    );
    assert.deepEqual(new Map(written), new Map([...(await build.schemaFiles())].sort()));
  });

  it('have whatever deals and files there are', () => {
    forAll(fc.tuple(fc.array(anyEntry, { maxLength: 8 }), anyPipeline), ([entries, deals]) => {
      const pipeline = new Pipeline(DEFAULT_PROCESS, entries);
      assertPublished('list', listAsJson('deals', { pipeline, leftOut: 0 }, deals, TODAY, sentenceOf));
    });
    assertPublished(
      'list',
      listAsJson('deals', { pipeline: new Pipeline(DEFAULT_PROCESS), leftOut: 2 }, [full], TODAY, sentenceOf),
    );
  });

  it('have whatever figures there are', () => {
    forAll(anyPipeline, deals => assertPublished('funnel', funnelAsJson(reportOn(deals))));
  });

  it('have whatever there is to do today', () => {
    const published = (deals: readonly Deal[]) =>
      JSON.parse(jsonText(todayAsJson(reportOn(deals), ['dana'], []))) as unknown;
    forAll(anyPipeline, deals => assertPublished('today', published(deals)));
    // Due, late, to be closed soon, and idle.
    const open = { created: day(0), owner: 'dana', value: { amount: 4, currency: 'EUR' } };
    const texts = ['- [ ] Send it (by 2026-03-01)\n', '- [ ] Send it (by 2026-04-01) @dana\n'];
    assertPublished(
      'today',
      published([
        makeDeal({ ...open, path: 'due.md', nextStep: 'Call', nextStepOn: TODAY }),
        makeDeal({ ...open, path: 'late.md', nextStep: 'Call', nextStepOn: day(40) }),
        makeDeal({ ...open, path: 'near.md', closeDate: day(93), stage: 'closing' }),
        ...texts.map((text, at) => ({
          ...readGood(file('stage: proposal', text)).deal,
          path: `todo ${at}.md`,
        })),
      ]),
    );
  });

  it('refuse a key that is not published, wherever it stands', () => {
    const pipeline = new Pipeline(DEFAULT_PROCESS, [
      {
        kind: 'attention',
        path: 'a.md',
        title: 'a',
        problem: hint('no-next-step', sayDeal('noNextStep'), 3),
      },
    ]);
    const place = { stage: 'proposal', status: 'open', ourOwn: 1 } as const;
    const move = { from: place, to: place };
    const all = {
      list: listAsJson('deals', { pipeline, leftOut: 0 }, [full], TODAY, sentenceOf),
      funnel: funnelAsJson(reportOn([...WORKED_EXAMPLE, full, makeDeal()])),
      check: checkAsJson([{ path: 'a.md', ...hint('no-next-step', sayDeal('noNextStep'), 3) }], sentenceOf),
      moves: [
        { path: 'a.md', ok: true, title: 'A', ...moveAsJson(move), warnings: [], diff: '' },
        refusedAsJson('b.md', hint('not-possible', sayDeal('lossWithoutReason')), sentenceOf),
      ],
    };
    for (const [name, data] of Object.entries(all) as [keyof typeof all, unknown][]) {
      assertPublished(name, data);
      const wrong = [...withKeyTooMany(data)];
      assert.ok(wrong.length > 1);
      for (const one of wrong) assert.equal(isPublished(name, one), false, JSON.stringify(one));
    }
  });
});

describe('the text of what is printed as JSON', () => {
  it('is the same data again, with null for what is absent, and nothing that a terminal acts on', () => {
    const signs = fc.constantFrom(
      '\u007f',
      '\u009f',
      '\u061c',
      '\u200e',
      '\u2028',
      '\u202e',
      '\u2069',
      '\n',
      'é',
      '提',
      '"',
    );
    const text = fc.array(fc.oneof(signs, fc.string()), { maxLength: 6 }).map(parts => parts.join(''));
    forAll(fc.tuple(text, fc.constantFrom(undefined, 2)), ([said, indent]) => {
      const data = { said, list: [said, null, 1] };
      for (const print of [jsonText, jsonTextOfWhole]) {
        const printed = print(data, indent);
        assert.deepEqual(JSON.parse(printed), data);
        assert.doesNotMatch(printed, /[\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/);
        assert.equal(printed.includes('\n'), indent !== undefined);
      }
      assert.equal(jsonText({ a: undefined }), '{"a":null}');
    });
    assert.equal(jsonText('\u007f\u200e'), '"\\u007f\\u200e"');
  });
});

describe('published figures', () => {
  it('are those of the report', () => {
    forAll(anyPipeline, deals => {
      const report = reportOn(deals);
      const { version, ...figures } = funnelAsJson(report);
      assert.equal(version, 1);
      assert.deepEqual(figures, sharedPart(report, figures));
    });
  });

  it('have nothing that we know of them for ourselves', () => {
    forAll(anyPipeline, deals => {
      const report = reportOn(deals);
      assert.deepEqual(funnelAsJson(withOurOwn(report) as Report), funnelAsJson(report));
    });
  });
});

describe('published calls', () => {
  const call = (owner: string, on: string, amount: number) => ({
    ...{ owner, period: '2026-Q1', on: date(on) },
    money: { amount, currency: 'EUR' },
  });
  const report = (...calls: readonly ReturnType<typeof call>[]) =>
    makeReport({ deals: [full], files: reportOn([]).files, process: PROCESS, asOf: TODAY, calls });
  const said = (on: string, amount: number) => ({ on, call: { amount, currency: 'EUR' } });

  it('are none where nobody has called a quarter', () =>
    assert.deepEqual(funnelAsJson(report()).calls, { quarters: [], accuracy: [] }));

  it('have who called what when, what came of it, and nothing that we know of them for ourselves', () => {
    const made = report(
      call('dana', '2025-12-30', 9),
      call('dana', '2026-02-01', 8),
      call('team', '2026-03-01', 7),
    );
    const { calls } = funnelAsJson(made);
    assert.deepEqual(funnelAsJson(withOurOwn(made) as Report).calls, calls);
    assertPublished('funnel', funnelAsJson(made));
    const came = { won: 0, commit: 0, bestCase: 0, accuracy: null, without: [] };
    const quota = { amount: 100_000, currency: 'EUR' };
    const dana = {
      atBegin: said('2025-12-30', 9),
      atMiddle: said('2026-02-01', 8),
      latest: said('2026-02-01', 8),
    };
    const team = { atBegin: null, atMiddle: null, latest: said('2026-03-01', 7), before: null };
    const owners = [
      { owner: 'dana', ...dana, before: said('2025-12-30', 9), ...came, quota: null, difference: 8 },
      { owner: null, ...team, ...came, quota, difference: 7 },
    ];
    const quarter = { period: '2026-Q1', first: '2026-01-01', last: '2026-03-31', isOver: true };
    assert.deepEqual(calls, { quarters: [{ ...quarter, owners }], accuracy: [] });
  });
});

describe('a published deal', () => {
  const publish = (deal: object) =>
    listAsJson(
      '.',
      { pipeline: new Pipeline(DEFAULT_PROCESS), leftOut: 0 },
      [makeDeal(deal)],
      TODAY,
      sentenceOf,
    ).deals[0]!;

  it('has nothing that we know of it for ourselves', () => {
    const inGit = closingInGit([{ on: date('2026-01-01'), closeDate: undefined }]);
    const published = publish({ inGit, ourOwn: 1 });
    assert.deepEqual(Object.keys(published), Object.keys(publish({})));
  });

  it('has what its file says, and null for what it does not say', () => {
    const { history, contacts, ...deal } = publish(full);
    assert.deepEqual(history, [
      {
        ...{ on: '2026-01-02', stage: 'closing', status: null },
        ...{ isMeant: true, skipped: ['budget', 'owner'], closeDate: '2026-02-01' },
      },
      { on: '2026-02-20', stage: null, status: 'lost' },
    ]);
    assert.deepEqual(contacts, [
      { name: null, role: 'buyer', email: null },
      { name: 'R. Lee', role: null, email: null },
    ]);
    assert.deepEqual(
      [deal.value, deal.lastActivity, deal.daysInStage],
      [{ amount: 48000, currency: 'EUR' }, { on: '2026-02-01', what: 'call: asked' }, 49],
    );
    const { account, value, lastActivity, daysInStage } = publish({});
    assert.deepEqual([account, value, lastActivity, daysInStage], [null, null, null, null]);
  });
});
