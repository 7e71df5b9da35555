import assert from 'node:assert/strict';
import fc from 'fast-check';
import { STAGE_IDS } from '../../../../src/core/process/stages';
import { forAllInTime } from '../../support/property';
import { fixture, FOLDER, Importing, leftIn, saidOf } from './support/importing';

const deal = (title: string, lines: string) => `---\ntitle: ${title}\n${lines}---\nNotes.\n`;
const textIn = (into: Importing, name: string) => into.files.all[`${FOLDER}/${name}`]!;

describe('moves that were exported beside deals', () => {
  it('as Salesforce’s Opportunity Field History has them become the history, with the last stage of a closed deal', async () => {
    const into = new Importing({
      'initech.md': deal(
        'Initech',
        'account: Initech\nstage: unknown\nstatus: won\nclosed_on: 2026-11-20\ncreated: 2026-09-01\n',
      ),
    });
    const { plan } = await into.add('history.csv', fixture('salesforce-field-history.csv'), 'mdy');
    assert.equal(plan.beside, 'moves');
    assert.equal(
      textIn(into, 'initech.md'),
      deal(
        'Initech',
        [
          'account: Initech\nstage: proposal\nstatus: won\nclosed_on: 2026-11-20\ncreated: 2026-09-01\nhistory:',
          '  - {on: 2026-10-20, stage: proposal, from: qualification}',
          '  - {on: 2026-11-20, status: won}\n',
        ].join('\n'),
      ),
    );
    assert.deepEqual(saidOf(leftIn(plan)), [
      '6 Opportunity Name: There is no deal “Hooli” here. Import the deals first; or add the row’s id to the one that’s meant as source_id.',
    ]);
    assert.deepEqual(into.problems, []);
  });

  it('as its API and HubSpot’s have them go by the ids, and by the stages of the team’s mapping', async () => {
    const into = new Importing({
      '_import/hubspot.yaml': 'kind: hubspot\nstages:\n  qualifiedtobuy: needs-analysis\n',
      'a.md': deal('A', 'stage: needs-analysis\nsource_id: salesforce:006A\n'),
      'b.md': deal('B', 'stage: closing\nsource_id: hubspot:9002\n'),
    });
    await into.add('OpportunityFieldHistory.csv', fixture('salesforce-opportunityfieldhistory.csv'));
    assert.match(
      textIn(into, 'a.md'),
      /history:\n {2}- \{on: 2026-10-01, stage: needs-analysis, from: prospecting\}\n/,
    );
    await into.add('history.csv', fixture('hubspot-property-history.csv'));
    assert.match(
      textIn(into, 'b.md'),
      /history:\n {2}- \{on: 2026-08-11, stage: prospecting\}\n {2}- \{on: 2026-10-05, stage: needs-analysis\}\n {2}- \{on: 2026-10-05, stage: closing\}\n/,
    );
    const before = into.files.all;
    await into.add('history.csv', fixture('hubspot-property-history.csv'));
    assert.deepEqual(into.files.all, before);
  });

  it('that contradict the deal are not written, and told; so are stages that nobody knows', async () => {
    const into = new Importing({ 'a.md': deal('A', 'stage: proposal\n') });
    const before = into.files.all;
    const { plan } = await into.add(
      'history.csv',
      'Deal,Field,Old Value,New Value,Date\nA,Stage,Prospecting,Closing,2026-10-01\nA,Stage,Closing,Mystery,2026-10-02\n',
    );
    assert.deepEqual(into.files.all, before);
    assert.deepEqual(saidOf(leftIn(plan)), [
      '2: Couldn’t update a.md: The moves in this table contradict its history, or don’t lead to the stage that it’s in. Import the newest deals first; if that doesn’t help, compare the two by hand.',
      '3 New Value: The mapping doesn’t say what the stage “Mystery” is. Add it there.',
    ]);
  });

  it('are a deal’s whole way, whichever lines it has of it already; none of those goes, and once more changes nothing', () => {
    const step = fc.record({
      to: fc.constantFrom(...STAGE_IDS, 'won', 'lost'),
      days: fc.integer({ min: 1, max: 9 }),
    });
    return forAllInTime(
      fc.record({
        steps: fc.array(step, { minLength: 1, maxLength: 7 }),
        kept: fc.array(fc.boolean(), { minLength: 8, maxLength: 8 }),
        isReversed: fc.boolean(),
        hasOld: fc.boolean(),
      }),
      async ({ steps, kept, isReversed, hasOld }) => {
        const way = wayOf(steps.map(({ to, days }) => ({ to, days })));
        const end = way.at(-1)!;
        const lines = way.filter((_, at) => kept[at]).map(({ line }) => `  - ${line}\n`);
        const head = [
          `stage: ${end.stage}\n`,
          ...(end.status === 'open' ? [] : [`status: ${end.status}\nclosed_on: ${end.on}\n`]),
          `created: ${way[0]!.on}\n`,
          ...(lines.length ? ['history:\n', ...lines] : []),
        ].join('');
        const rows = way.map(({ on, name }, at) =>
          ['A', 'Stage', hasOld ? (way[at - 1]?.name ?? '') : '', name, `${on}T09:00:00Z`].join(','),
        );
        const table = [
          'Deal,Field,Old Value,New Value,Date',
          ...(isReversed ? rows.toReversed() : rows),
        ].join('\n');
        const into = new Importing({ 'a.md': deal('A', head) });
        const { plan } = await into.add('history.csv', table);
        for (const line of lines) assert.ok(textIn(into, 'a.md').includes(line), line);
        const whole = textIn(into, 'a.md').match(/^ {2}- .*$/gm) ?? [];
        if (!plan.notTaken.length)
          assert.deepEqual(
            whole,
            way.map(({ line }) => `  - ${line}`),
          );
        assert.deepEqual(into.problems, []);
        const before = into.files.all;
        await into.add('history.csv', table);
        assert.deepEqual(into.files.all, before);
      },
      100,
    );
  });
});

interface Step {
  readonly on: string;
  readonly name: string;
  readonly line: string;
  readonly stage: string;
  readonly status: string;
}

/** A way through stages and outcomes, from lead generation on, each step on a day of its own. */
function wayOf(steps: readonly { readonly to: string; readonly days: number }[]): readonly Step[] {
  const way: Step[] = [];
  let day = 0;
  const add = (name: string, line: string, stage: string, status: string) => {
    const on = new Date(Date.UTC(2026, 0, 5 + day)).toISOString().slice(0, 10);
    way.push({ on, name, line: `{on: ${on}, ${line}}`, stage, status });
  };
  add('Lead Generation', 'stage: lead-generation', 'lead-generation', 'open');
  for (const { to, days } of steps) {
    const last = way.at(-1)!;
    day += days;
    const isOutcome = to === 'won' || to === 'lost';
    // A deal that has ended goes on by the stage that it is in then, which another system tells in one change.
    if (isOutcome ? last.status !== 'open' : last.status !== 'open' || to === last.stage) continue;
    if (isOutcome) add(`Closed ${to}`, `status: ${to}`, last.stage, to);
    else add(to, `stage: ${to}`, to, 'open');
  }
  return way;
}
