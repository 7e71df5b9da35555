import type { CalendarDate } from '../../core/calendar';
import type { Captured, Correspondent, Mail } from '../../core/capture/captured';
import { entryOf, type CaptureEntry } from '../../core/capture/entryOf';
import { LONGEST_LINE, quietLine } from '../../core/capture/quietLine';
import { isReachable, newAmong, ours } from '../../core/capture/sides';
import { changeDeal, openDeal, type Changed, type DealChange } from '../../core/deal/changeDeal';
import { isOpen, type Deal } from '../../core/deal/deal';
import type { KnownPerson } from '../../core/deal/whoIAm';
import type { MapItem } from '../../core/frontMatter/edit/change';
import { readLogged, type Logged } from '../../core/loggedDay';
import { loggedIn } from '../../core/notes/log';
import { saidBehind } from '../../core/notes/logDay';
import { logActivity } from '../../core/notes/logActivity';
import { readNotes } from '../../core/notes/readNotes';
import type { Process } from '../../core/process/process';
import type { Refusal } from '../../core/refusal';
import type { Says } from '../../core/says';
import { replacing } from '../../core/textEdit';
import { shownAs } from '../../core/capture/correspondent';
import type { NextStep } from '../activities';
import type { Address } from '../address';
import { editDeals } from '../changeDeals';
import { refuseDay, refusePlan } from '../dayHappened';
import type { Home } from '../ports/homes';
import type { Result } from '../result';
import { say } from '../say';
import type { Workspace } from '../workspace';

/** A line of a log. */
export interface LineLogged {
  readonly logged: Logged;
  /** The log had this line before, and has it once. */
  readonly wasThere: boolean;
}

/** A deal with what came from outside in its log: as a rule, one more line. */
export interface CaptureLogged extends Changed {
  readonly logged: Logged;
  /** The log had this line before, and has it once. */
  readonly wasThere: boolean;
  /** Of a file with several meetings, the lines of the others. */
  readonly others: readonly LineLogged[];
  /** Those who were added. */
  readonly contacts: readonly Correspondent[];
  /** What may be the next step, of several meetings the first that is to come: it is proposed, and never set. */
  readonly next: NextStep | undefined;
}

export interface CaptureWay {
  /** The day that a person names for it, instead of the one that it says itself. */
  readonly on?: CalendarDate | undefined;
  /** How the person writes days, as a BCP 47 tag: a text may begin with one. */
  readonly language: string;
}

/** More people than this in one invitation are no contacts of a deal, but an audience. */
const MOST_CONTACTS = 5;

/**
 * Writes a mail, an invitation or a text into the logs of deals, as one line (of several meetings, one each), with the contacts that are new. Attachments are
 * named, and kept nowhere.
 */
export async function logCapture(
  workspace: Workspace,
  named: readonly Address[],
  captured: Captured,
  way: CaptureWay,
): Promise<Result<CaptureLogged>> {
  const today = workspace.clock.today();
  const me = await knownFor(workspace, named);
  return editDeals<CaptureLogged>(workspace, named, ({ path, text, process }) =>
    planCapture({ path, text, process }, captured, { ...way, today, me }),
  );
}

/** Who works here, as the first pipeline of the deals knows them. */
export async function knownFor(
  { homes, person }: Workspace,
  named: readonly Address[],
): Promise<KnownPerson> {
  const found: (Home | undefined)[] = await Promise.all(named.slice(0, 1).map(file => homes.homeOf(file)));
  return found[0] ? person.knownIn(found[0].folder) : {};
}

interface DealText {
  readonly path: string;
  readonly text: string;
  readonly process: Process;
}

type CaptureBy = CaptureWay & { readonly today: CalendarDate; readonly me: KnownPerson };

/** What becomes of one deal's text. */
export function planCapture(deal: DealText, captured: Captured, by: CaptureBy): CaptureLogged | Refusal {
  if (captured.kind !== 'meeting') return planOne(deal, captured, by);
  const { meeting, others, unread } = captured;
  const plans: CaptureLogged[] = [];
  const warnings = unread.map(title => say('meetingUnread', { title }));
  let refusal: Refusal | undefined;
  for (const one of [meeting, ...others]) {
    const text = plans.at(-1)?.edited.text ?? deal.text;
    const plan = planOne({ ...deal, text }, { ...captured, meeting: one }, by);
    if (plan.ok) plans.push(plan);
    else {
      refusal ??= plan;
      warnings.push(say('meetingNotLogged', { title: one.title, why: plan.problem.says }));
    }
  }
  const [first] = plans;
  if (!first) return refusal!;
  return plans.length > 1 || warnings.length ? together(deal.text, plans, warnings) : first;
}

/** Several lines as one change of the deal. The one that is told first is a new one, if any is. */
function together(before: string, plans: readonly CaptureLogged[], warnings: readonly Says[]): CaptureLogged {
  const lines = plans.toSorted((a, b) => Number(a.wasThere) - Number(b.wasThere));
  const [first, ...others] = lines as [CaptureLogged, ...CaptureLogged[]];
  const { text } = plans.at(-1)!.edited;
  const next = plans
    .flatMap(plan => plan.next ?? [])
    .toSorted((a, b) => ((a.on ?? '') < (b.on ?? '') ? -1 : 1));
  return {
    ...first,
    edited: { ok: true, edits: replacing(before, text), text },
    others: others.map(({ logged, wasThere }) => ({ logged, wasThere })),
    contacts: plans.flatMap(({ contacts }) => contacts),
    next: next[0],
    warnings: [...plans.flatMap(plan => plan.warnings), ...warnings],
  };
}

function doubtfulDay(day: CalendarDate, today: CalendarDate, kind: 'mail' | 'meeting' | 'text'): Says {
  if (day > today) return say('sentToCome', { day });
  return kind === 'mail' ? say('sentLongAgo', { day }) : say('metLongAgo', { day });
}

function undated({ unreadDay: typed }: Mail): Says {
  return typed === undefined ? say('sentNoDay') : say('sentDayUnread', { typed });
}

function planOne(
  { path, text, process }: DealText,
  captured: Captured,
  { on, language, today, me }: CaptureBy,
): CaptureLogged | Refusal {
  const opened = openDeal(path, text, process);
  if (!opened.ok) return opened;
  const { deal } = opened;
  const entry = entryIn(captured, deal, { language, today, me });
  const day = on ?? entry.on ?? today;
  const refusal = refuseDay(day, today);
  // What a program wrote is no reason to lose what happened; what a person names is to be mended.
  const isDoubtful = refusal !== undefined && on === undefined && captured.kind !== 'text';
  if (refusal && !isDoubtful) return refusal;
  const asNew = { on: isDoubtful ? today : day, what: quietLine(entry.what) };
  // What has no day of its own is another day's whenever it is logged.
  const isDated = on !== undefined || entry.on !== undefined;
  const before = loggedBefore(text, asNew, isDated && !isDoubtful);
  const logged = before ?? asNew;
  const wasThere = before !== undefined;
  const contacts = newAmong(entry.theirs.slice(0, MOST_CONTACTS).filter(isReachable), deal);
  const planned = nextOf(entry, deal);
  const isFar = planned && refusePlan(planned.on, today) !== undefined;
  const next = isFar ? undefined : planned;
  const ofNew = [
    ...(isDoubtful ? [doubtfulDay(day, today, captured.kind)] : []),
    ...(on === undefined && entry.on === undefined && captured.kind === 'mail'
      ? [undated(captured.mail)]
      : []),
    ...(isFar ? [say('meetingFarAway', { day: planned.on! })] : []),
    ...(captured.kind === 'text' && captured.isCut ? [say('loggedCut', { most: LONGEST_LINE })] : []),
  ];
  const warnings: readonly Says[] = wasThere ? [] : ofNew;
  const change = (withContacts: boolean): DealChange => ({
    ...(wasThere ? {} : { body: logActivity(text, logged.on, logged.what) }),
    ...(withContacts && contacts.length
      ? { frontMatter: { append: { contacts: contacts.map(asItem) } } }
      : {}),
  });
  const whole = changeDeal(path, text, process, () => change(true));
  const told = { logged, wasThere, others: [], next };
  if (whole.ok) return { ...whole, ...told, warnings: [...whole.warnings, ...warnings], contacts };
  // A list of contacts that can't be added to is no reason to lose what happened.
  const bare = contacts.length ? changeDeal(path, text, process, () => change(false)) : whole;
  if (!bare.ok) return whole;
  const notAdded = say('contactsNotAdded', { names: contacts.map(shownAs), why: whole.problem.says });
  return { ...bare, ...told, warnings: [...bare.warnings, ...warnings, notAdded], contacts: [] };
}

/** Whether a log still has the line, as it was written there. */
export function isStillLogged(text: string, line: Logged): boolean {
  return loggedBefore(text, line, true) !== undefined;
}

/** The line that the log has of the same, on its day or, where that is none of its own, on any. */
function loggedBefore(text: string, { on, what }: Logged, isDated: boolean): Logged | undefined {
  const said = saidBehind(what);
  return loggedIn(readNotes(text))
    .filter(one => !isDated || one.on === on)
    .map(one => one.activity())
    .find(one => one.what === said);
}

function entryIn(
  captured: Captured,
  deal: Deal,
  { language, today, me }: { language: string; today: CalendarDate; me: KnownPerson },
): CaptureEntry {
  if (captured.kind !== 'text') return entryOf(captured, ours(me, deal), today);
  const { on, what } = readLogged(captured.text, today, language);
  return { on, what, theirs: [], next: undefined };
}

function asItem({ name, email }: Correspondent): MapItem {
  return { ...(name !== undefined && { name }), ...(email !== undefined && { email }) };
}

/** Nothing is planned in a closed deal, and nothing twice. */
function nextOf({ next }: CaptureEntry, deal: Deal): NextStep | undefined {
  const isPlanned = deal.nextStep === next?.step && deal.nextStepOn === next?.on;
  return next && isOpen(deal) && !isPlanned ? next : undefined;
}
