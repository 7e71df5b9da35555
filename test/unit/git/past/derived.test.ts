import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import fc from 'fast-check';
import { addDays, type CalendarDate } from '../../../../src/core/calendar';
import type { Deal } from '../../../../src/core/deal/deal';
import { dealOf } from '../../../../src/core/deal/entry';
import { pastOf } from '../../../../src/core/deal/past/events';
import { toEntry } from '../../../../src/core/deal/toEntry';
import { makeReport } from '../../../../src/core/metrics/report';
import { dealsFor } from '../../../../src/core/metrics/standing';
import { DEFAULT_PROCESS } from '../../../../src/core/process/process';
import { STAGE_IDS } from '../../../../src/core/process/stages';
import { gitFrom } from '../../../../src/git/git';
import { temporaryFolder } from '../../cli/support/folder';
import { forAllInTime } from '../../support/property';
import { git } from '../support';

const FIRST = '2026-01-05' as CalendarDate;
const TODAY = addDays(FIRST, 200);

interface DealText {
  readonly fields: ReadonlyMap<string, string | number>;
  readonly history: readonly string[];
}

const step = fc.record({
  deal: fc.nat(4),
  days: fc.nat(6),
  what: fc.constantFrom(
    'stage',
    'stage',
    'stage',
    'won',
    'lost',
    'open',
    'value',
    'close_date',
    'owner',
    'next_step',
  ),
  to: fc.nat(6),
});

/** The versions of a pipeline's files, each with the day on which it was committed. */
function versionsOf(steps: readonly (typeof step extends fc.Arbitrary<infer T> ? T : never)[]) {
  const deals = new Map<number, DealText>();
  const versions: { readonly on: CalendarDate; readonly deal: number; readonly said: DealText }[] = [];
  let on = FIRST;
  for (const { deal, days, what, to } of steps) {
    on = addDays(on, days);
    const before = deals.get(deal);
    const said = before ? after(before, on, what, to) : begun(deal, on, to);
    if (!said) continue;
    deals.set(deal, said);
    versions.push({ on, deal, said });
  }
  return versions;
}

function begun(deal: number, on: CalendarDate, to: number): DealText {
  const stage = STAGE_IDS[to]!;
  return {
    fields: new Map<string, string | number>([
      ...([
        ['title', `Deal ${deal}`],
        ['stage', stage],
        ['status', 'open'],
        ['created', on],
      ] as const),
      ...([
        ['owner', 'dana'],
        ['value', 1000 * deal + 500],
        ['currency', 'EUR'],
      ] as const),
      ...([
        ['close_date', addDays(on, 40)],
        ['next_step', 'Call'],
      ] as const),
    ]),
    history: [`{on: ${on}, stage: ${stage}}`],
  };
}

function after(
  { fields, history }: DealText,
  on: CalendarDate,
  what: string,
  to: number,
): DealText | undefined {
  const now = new Map(fields);
  const isOpen = fields.get('status') === 'open';
  const moved = (line?: string) => ({ fields: now, history: line ? [...history, line] : history });
  if (what === 'stage') {
    const stage = STAGE_IDS[to]!;
    if (!isOpen || fields.get('stage') === stage) return undefined;
    now.set('stage', stage);
    return moved(`{on: ${on}, stage: ${stage}}`);
  }
  if (what === 'won' || what === 'lost' || what === 'open') {
    if (isOpen === (what === 'open')) return undefined;
    now.set('status', what);
    if (what === 'open') now.delete('closed_on');
    else now.set('closed_on', on);
    return moved(`{on: ${on}, status: ${what}}`);
  }
  if (what === 'value') now.set('value', 500 * to + 250);
  else if (what === 'close_date') now.set('close_date', addDays(FIRST, 30 * to + 10));
  else now.set(what, what === 'owner' ? ['dana', 'marek'][to % 2]! : `Step ${to}`);
  return now.get(what) === fields.get(what) ? undefined : moved();
}

function textOf({ fields, history }: DealText, isWritten: boolean): string {
  const lines = [...fields].map(([key, value]) => `${key}: ${value}`);
  const written = isWritten ? ['history:', ...history.map(line => `  - ${line}`)] : [];
  return ['---', ...lines, ...written, '---', 'They need scanners for each of their depots.', ''].join('\n');
}

describe('the past of deals whose moves were each committed', () => {
  const folder = temporaryFolder();

  async function dealsOf(versions: ReturnType<typeof versionsOf>, isWritten: boolean): Promise<Deal[]> {
    const name = isWritten ? 'written' : 'derived';
    git(folder.root, FIRST, 'init', '--quiet', '--initial-branch=main', name);
    const data = (text: string) => `data ${Buffer.byteLength(text)}\n${text}\n`;
    const input = versions.map(({ on, deal, said }) => {
      const when = `${Date.parse(`${on}T12:00:00Z`) / 1000} +0000`;
      const file = `M 100644 inline ${deal}.md\n${data(textOf(said, isWritten))}`;
      return `commit refs/heads/main\ncommitter Dana <dana@acme.example> ${when}\n${data('x')}${file}`;
    });
    execFileSync('git', ['fast-import', '--quiet'], { cwd: folder.path(name), input: input.join('') });
    const asked = gitFrom({ cwd: folder.root, env: process.env });
    const found = await asked.factsOf(folder.path(name), DEFAULT_PROCESS);
    const last = new Map(versions.map(({ deal, said }) => [`${deal}.md`, textOf(said, isWritten)]));
    return [...last].map(([path, text]) =>
      dealOf(toEntry({ path, text }, DEFAULT_PROCESS, found!.known!.get(path)))!,
    );
  }

  it('is the same, and so is each figure, whether it is written in their histories or only known from git', async () => {
    await forAllInTime(
      fc.array(step, { minLength: 1, maxLength: 60 }),
      async steps => {
        folder.remove();
        folder.make();
        const versions = versionsOf(steps);
        const written = await dealsOf(versions, true);
        const derived = await dealsOf(versions, false);
        assert.ok(derived.every(({ history }) => !history.length));
        const past = (deals: readonly Deal[]) =>
          deals.map(deal =>
            pastOf(deal).map(({ kind, on, from, to }) => JSON.stringify([kind, on, from ?? null, to])),
          );
        assert.deepEqual(past(derived), past(written));
        for (const day of [undefined, ...[3, 20, 50, 90, 150].map(days => addDays(FIRST, days))]) {
          const report = (deals: readonly Deal[]) => {
            const { openDeals, ...made } = makeReport({
              ...dealsFor(deals, day),
              files: { needsAttention: 0, otherNotes: 0 },
              process: DEFAULT_PROCESS,
              asOf: day ?? TODAY,
            });
            // Which says only where it is known from.
            const fromGit = undefined;
            return { ...made, fromGit, openDeals: openDeals.map(one => ({ ...one, fromGit })) };
          };
          assert.deepEqual(report(derived), report(written));
        }
      },
      12,
    );
  });
});
