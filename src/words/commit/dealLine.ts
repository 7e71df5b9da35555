import { latestOf } from '../../core/changes/across';
import type { DealEvent } from '../../core/changes/event';
import { oneLine } from '../../core/oneLine';
import { plainText } from '../../core/escape';
import { sideText, type BetweenSources } from '../changes/groups';

export type CommitWordSources = Omit<BetweenSources, 'changes'>;

/** What a commit does to one deal, as a line: the most of it, or all. */
export interface DealLine {
  readonly short: string;
  readonly full: string;
}

/**
 * @param events of one deal, at least one
 * @param maxTitle how many characters of its title are shown
 */
export function dealLine(
  events: readonly DealEvent[],
  sources: CommitWordSources,
  maxTitle: number,
): DealLine {
  const { commit } = sources.words;
  const title = titleIn(latestOf(events[0]!.across).title, sources, maxTitle);
  const opening = events.map(event => openingOf(event, title, sources)).find(said => said !== undefined);
  const isClosed = events.some(({ kind }) => kind === 'won' || kind === 'lost');
  const parts = events
    // Closing a deal ends these, and its value is told with that.
    .filter(({ kind }) => !isClosed || !['value', 'currency', 'next_step', 'close_date'].includes(kind))
    .flatMap(event => partOf(event, events, sources) ?? []);
  if (opening !== undefined) return { short: opening, full: [opening, ...parts].join(', ') };
  return { short: commit.about(title, parts[0] ?? ''), full: commit.about(title, parts.join(', ')) };
}

/**
 * A title of which git takes nothing for more than a text: as the beginning of a line it could be a comment, or ask for the
 * commit to be melted into another one.
 */
export function titleIn(title: string, { words }: Pick<CommitWordSources, 'words'>, maxLength = 60): string {
  const plain = textIn(title, maxLength);
  return /^[\p{L}\p{N}]/u.test(plain) && !/^(?:fixup|squash|amend)! /i.test(plain)
    ? plain
    : words.commit.quoted(plain);
}

function textIn(text: string, maxLength: number): string {
  return plainText(oneLine(text), maxLength);
}

/** What is said of the whole deal. */
function openingOf(event: DealEvent, title: string, sources: CommitWordSources): string | undefined {
  const { words, money } = sources;
  const { commit } = words;
  const { value, lostReason } = latestOf(event.across);
  const worth = value ? money.one(value) : '';
  switch (event.kind) {
    case 'new':
      return commit.new(title, [sideText(event, event.to, sources), worth].filter(Boolean).join(', '));
    case 'removed':
      return commit.removed(title);
    case 'won':
      return commit.won(title, worth);
    case 'lost':
      return commit.lost(title, textIn(lostReason ?? '', 30));
    case 'open':
      return commit.open(title);
    default:
      return undefined;
  }
}

/** What is said of one thing about it. */
function partOf(event: DealEvent, all: readonly DealEvent[], sources: CommitWordSources): string | undefined {
  const { words } = sources;
  const { commit } = words;
  const { kind, from, to } = event;
  const side = (one: typeof from) => textIn(sideText(event, one, sources), 40);
  const both = () => words.to(side(from), side(to));
  switch (kind) {
    case 'advanced':
    case 'back':
      return both();
    case 'value':
      if (to === null) return commit.noValue;
      return from === null ? commit.value(side(to)) : both();
    case 'currency':
      // Where the amount has changed too, both are told with their currencies.
      return all.some(one => one.kind === 'value') ? undefined : both();
    case 'close_date':
      if (to === null) return commit.noCloseDate;
      return commit.closes(from === null ? side(to) : both());
    case 'owner':
      if (to === null) return commit.noOwner;
      return commit.owner(from === null ? side(to) : both());
    case 'next_step':
      return to === null ? commit.noNextStep : commit.nextStep(side(to));
    default:
      return undefined;
  }
}
