import { normaliseName } from '../process/process';
import { suggestions } from '../suggest';
import type { Status } from '../process/outcome';

/** What a file may call the three, in any case and with any joints. */
export const STATUS_NAMES: ReadonlyMap<string, Status> = new Map([
  ['open', 'open'],
  ['won', 'won'],
  ['closed won', 'won'],
  ['lost', 'lost'],
  ['closed lost', 'lost'],
]);

/** The status that a text is a name of. */
export function statusNamed(text: string): Status | undefined {
  // Nearly all files have the word itself.
  return STATUS_NAMES.get(text) ?? STATUS_NAMES.get(normaliseName(text));
}

/** Words that other programs and other people have for them. They are not read, but told of. */
const MEANT = new Map<string, readonly Status[]>([
  ...['active', 'new', 'ongoing', 'in progress', 'pending'].map(word => [word, ['open']] as const),
  ...['win', 'signed', 'done', 'success', 'sold'].map(word => [word, ['won']] as const),
  ...['lose', 'loss', 'dead', 'dropped', 'abandoned', 'stopped', 'cancelled', 'rejected'].map(
    word => [word, ['lost']] as const,
  ),
  ['closed', ['won', 'lost']],
]);

/** What one of these words says of a deal, those of other programs too: `closed` is either of two; none where it's no such word. */
export function statusesCalled(name: string): readonly Status[] {
  const word = normaliseName(name);
  const own = STATUS_NAMES.get(word);
  return own ? [own] : (MEANT.get(word) ?? []);
}

/** How a deal has ended that is called by one of these words; none where it has not. */
export function outcomesCalled(name: string): readonly Exclude<Status, 'open'>[] {
  return statusesCalled(name).filter(status => status !== 'open');
}

/** The status that a person may have meant by what is the name of none, the likeliest first. */
export function meantStatuses(written: unknown): readonly Status[] {
  if (typeof written !== 'string') return [];
  const name = normaliseName(written);
  const near = suggestions(name, [...STATUS_NAMES.keys()]).map(one => STATUS_NAMES.get(one)!);
  return MEANT.get(name) ?? [...new Set(near)];
}

/** How a deal may stand by what is written as its status, be it a name of it or not. */
export function statusesMeant(written: unknown): readonly Status[] {
  const named = typeof written === 'string' ? statusNamed(written) : undefined;
  return named ? [named] : meantStatuses(written);
}
