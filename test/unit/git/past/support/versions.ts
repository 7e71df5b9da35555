import { execFileSync } from 'node:child_process';
import fc from 'fast-check';
import { addDays, type CalendarDate } from '../../../../../src/core/calendar';
import { STAGE_IDS } from '../../../../../src/core/process/stages';
import { git } from '../../support';

/** The day before which nothing happens. */
export const FIRST = '2026-01-05' as CalendarDate;

/** What a deal's file says, and the lines of its history, written or not. */
export interface DealText {
  readonly fields: ReadonlyMap<string, string | number>;
  readonly history: readonly string[];
}

/** Something that is done to one of five deals, some days after what was done before. */
export const anyStep = fc.record({
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

/** A version of a deal's file. */
export interface DealVersion {
  readonly on: CalendarDate;
  readonly deal: number;
  readonly said: DealText;
}

/** The versions of a pipeline's files, each with the day on which it was committed. */
export function versionsOf(
  steps: readonly (typeof anyStep extends fc.Arbitrary<infer T> ? T : never)[],
): readonly DealVersion[] {
  const deals = new Map<number, DealText>();
  const versions: DealVersion[] = [];
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

export function dealText({ fields, history }: DealText, isWritten: boolean): string {
  const lines = [...fields].map(([key, value]) => `${key}: ${value}`);
  const written = isWritten ? ['history:', ...history.map(line => `  - ${line}`)] : [];
  return ['---', ...lines, ...written, '---', 'They need scanners for each of their depots.', ''].join('\n');
}

/** A new repository in which each version is committed on its day, by the branch `main`; nothing is checked out. */
export function recordVersions(
  folder: string,
  versions: readonly DealVersion[],
  textOf: (version: DealVersion) => string,
): void {
  git('.', FIRST, 'init', '--quiet', '--initial-branch=main', folder);
  const data = (text: string) => `data ${Buffer.byteLength(text)}\n${text}\n`;
  const input = versions.map(version => {
    const when = `${Date.parse(`${version.on}T12:00:00Z`) / 1000} +0000`;
    const file = `M 100644 inline ${version.deal}.md\n${data(textOf(version))}`;
    return `commit refs/heads/main\ncommitter Dana <dana@acme.example> ${when}\n${data('x')}${file}`;
  });
  execFileSync('git', ['fast-import', '--quiet'], { cwd: folder, input: input.join('') });
}
