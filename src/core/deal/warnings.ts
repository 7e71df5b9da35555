import { canHaveHappened, type CalendarDate } from '../calendar';
import { timesPushed } from '../metrics/pushes';
import { stageOf, type Process } from '../process/process';
import { due, isOnHold } from './condition';
import { activeDays, isOpen, type Deal } from './deal';

/** Something that the team wants to be warned of in a stage, with what it takes to say so. */
export type Warned =
  | { readonly kind: 'fewContacts'; readonly n: number; readonly least: number }
  | { readonly kind: 'noDecisionMaker' }
  | { readonly kind: 'noValue' }
  /** The last so many lines of the log tell of what was sent, and of no answer. */
  | { readonly kind: 'unanswered'; readonly times: number }
  | { readonly kind: 'noNextStep' }
  | { readonly kind: 'pushed'; readonly times: number };

/** The warnings that the team's `warn` gives for a deal; none if it is closed, on hold, or in an unknown stage. */
export function warningsOf(deal: Deal, process: Process, today: CalendarDate): Warned[] {
  if (!isOpen(deal) || deal.stageNotKnown || isOnHold(deal, today)) return [];
  const { contacts, decisionMaker, value, unanswered, nextStep, pushed } = stageOf(process, deal.stage).warn;
  const found: Warned[] = [];
  const n = deal.contacts.length;
  if (contacts && n < contacts) found.push({ kind: 'fewContacts', n, least: contacts });
  if (decisionMaker && !someoneDecides(deal, decisionMaker)) found.push({ kind: 'noDecisionMaker' });
  if (value && !deal.value && !deal.valueEach) found.push({ kind: 'noValue' });
  if (unanswered && isUnanswered(deal, unanswered, today))
    found.push({ kind: 'unanswered', times: unanswered });
  if (nextStep && hasNoNext(deal, today)) found.push({ kind: 'noNextStep' });
  const times = typeof pushed === 'number' ? timesPushed(deal, today) : 0;
  if (typeof pushed === 'number' && times > pushed) found.push({ kind: 'pushed', times });
  return found;
}

/** Nothing is planned: neither a next step nor a to-do of the notes, which has a day. */
export function hasNoNext(deal: Deal, today: CalendarDate): boolean {
  return due(deal, today) === 'none' && !deal.todos?.length;
}

/** Nothing is planned where something should be: what a team has turned off for a stage is nothing that is wrong. */
export function lacksNextStep(deal: Deal, process: Process, today: CalendarDate): boolean {
  return stageOf(process, deal.stage).warn.nextStep !== false && hasNoNext(deal, today);
}

/** What people call whoever decides, where the team names no roles of its own; between spaces, as `asWords` writes them. */
const USUAL =
  / (?:decision maker|decides|decider|economic buyer|signs|signer|signatory|approver|owner|budget holder|ceo|managing director|general manager) /;

/** As whole words of a role, in any case and with any joints; but not of somebody who has left. */
function someoneDecides({ contacts }: Deal, roles: true | readonly string[]): boolean {
  const wanted = roles === true ? [] : roles.map(asWords);
  return contacts.some(({ role }) => {
    const words = asWords(role ?? '');
    if (words.includes(' left ')) return false;
    return roles === true ? USUAL.test(words) : wanted.some(one => words.includes(one));
  });
}

/** ` decision maker `: between spaces, so that only whole words are found in it. */
function asWords(text: string): string {
  return ` ${text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()} `;
}

/** What lines begin with that tell of something sent, and how it is said that nothing came back. */
const SENT =
  /^(?:sent\b|(?:e-?mail|mail|message|letter|text) to\b|(?:e-?mailed|mailed|messaged|wrote to|texted)\b|voice ?mail\b|left (?:a |him a |her a |them a )?(?:message|voice ?mail)\b)/i;
const NO_ANSWER = /\bno (?:answer|reply|response)\b|\bdidn[’']t (?:answer|reply|respond)\b/i;
/** Words by which such a line may tell of an answer all the same. */
const ANSWER =
  /\b(?:answer|repl(?:y|ie)|respon|agree|accept|confirm|said|says|wrote back|called back|asked|wants)/i;

/**
 * Whether each of the last lines of the log is about something that was sent, with nothing in it that may be an answer. A
 * line of any other kind is one: the log has no other sign of who acted, and a warning too few does no harm.
 */
function isUnanswered(deal: Deal, lines: number, today: CalendarDate): boolean {
  const said = [deal.lastActivity?.what, ...(deal.saidBefore ?? [])];
  const done = activeDays(deal).flatMap((on, at) => (canHaveHappened(on, today) ? [said[at]] : []));
  const last = done.slice(0, lines);
  return last.length === lines && last.every(what => what !== undefined && isSent(what));
}

function isSent(what: string): boolean {
  if (NO_ANSWER.test(what)) return true;
  return SENT.test(what) && !ANSWER.test(what);
}
