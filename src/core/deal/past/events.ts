import { ascending } from 'd3-array';
import type { CalendarDate } from '../../calendar';
import type { Deal } from '../deal';
import type { FileState } from './fileState';
import { historyInGit } from './historyInGit';
import { placesInGit } from './placesInGit';
import { withPast } from './withPast';

/** The kinds of events in a deal's past, and the fields that each is about. */
const KINDS = {
  stage: ['stage'],
  status: ['status'],
  value: ['value'],
  closeDate: ['closeDate'],
  owner: ['owner'],
  nextStep: ['nextStep', 'nextStepOn'],
} as const satisfies Readonly<Record<string, readonly (keyof FileState)[]>>;

export type PastKind = keyof typeof KINDS;
type Said<K extends PastKind> = Partial<Pick<FileState, (typeof KINDS)[K][number]>>;

/** One thing that happened to a deal. */
export type PastEvent = {
  readonly [K in PastKind]: {
    readonly kind: K;
    readonly on: CalendarDate;
    /** Whose commit it was, if it was committed; a history does not say who. */
    readonly by: string | undefined;
    readonly commit: string | undefined;
    readonly knownFrom: 'file' | 'git';
    /** Which line of the deal's history says it, if one does, counted from 0. */
    readonly line: number | undefined;
    /** What the deal said before; nothing where that is not known. */
    readonly from: Said<K> | undefined;
    readonly to: Said<K>;
  };
}[PastKind];

/**
 * All that is known to have happened to a deal, by the days: moves and outcomes by its history, and where that is silent by
 * git; all else by git.
 */
export function pastOf(deal: Deal): readonly PastEvent[] {
  return [...lineEvents(deal), ...fieldEvents(deal)].sort((a, b) => ascending(a.on, b.on));
}

function lineEvents(deal: Deal): PastEvent[] {
  const events: PastEvent[] = [];
  let stage: FileState['stage'] | undefined;
  let status: FileState['status'] = 'open';
  const derived = deal.inGit ? historyInGit(deal.inGit) : [];
  const places = placesInGit(deal.history, derived);
  for (const line of withPast(deal).history) {
    const { on, inGit } = line;
    const committed = inGit ?? derived[places.get(line) ?? -1]?.inGit;
    const at = deal.history.indexOf(line);
    const told = {
      ...{ on, by: committed?.by, commit: committed?.commit },
      knownFrom: inGit ? ('git' as const) : ('file' as const),
      line: at < 0 ? undefined : at,
    };
    const before = line.from ?? stage;
    if (line.stage && line.stage !== before) {
      events.push({ kind: 'stage', ...told, from: before && { stage: before }, to: { stage: line.stage } });
    }
    stage = line.stage ?? before;
    if (line.status && line.status !== status) {
      events.push({ kind: 'status', ...told, from: { status }, to: { status: line.status } });
      status = line.status;
    }
  }
  return events;
}

function fieldEvents({ inGit }: Deal): PastEvent[] {
  if (!inGit) return [];
  let { state } = inGit.first;
  return inGit.changes.flatMap(({ on, by, commit, set }) => {
    const before = state;
    state = { ...state, ...set };
    return (['value', 'closeDate', 'owner', 'nextStep'] as const).flatMap(kind => {
      const fields: readonly (keyof FileState)[] = KINDS[kind];
      if (!fields.some(field => field in set)) return [];
      const said = (of: FileState) => Object.fromEntries(fields.map(field => [field, of[field]]));
      const known = { knownFrom: 'git', line: undefined };
      const event = { kind, on, by, commit, ...known, from: said(before), to: said(state) };
      return [event as unknown as PastEvent];
    });
  });
}
