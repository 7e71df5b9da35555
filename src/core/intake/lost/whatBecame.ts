import { say } from '../say';
import type { Says } from '../../says';
import type { WrittenDeal } from '../again/written';
import type { IncomingDeal } from '../incoming';
import type { DealsThere } from '../there';
import { cantUpdate } from './asUnread';
import type { UnreadFiles } from './unreadFiles';

/** So many files are named where a deal could be in each of them. */
const MOST_NAMED = 3;

/** Why a deal isn't made: it's here in a file that can't be changed; or it may be here, and is made where a person wishes it. */
export interface WhatBecame {
  readonly says: Says;
  readonly isSure: boolean;
}

/** What may have become of a deal that no file here is for certain; nothing where it's gone, or new. */
export function whatBecame(
  incoming: IncomingDeal,
  written: WrittenDeal | undefined,
  there: DealsThere,
  unread: UnreadFiles,
  isWritten: (path: string) => boolean,
): WhatBecame | undefined {
  const file = unread.of(incoming, written);
  if (file?.is === 'elsewhere' && written) return { says: file.why, isSure: false };
  if (file && file.is !== 'elsewhere') return { says: cantUpdate(file), isSure: true };
  const { sourceId } = incoming;
  const bare = written && sourceId !== undefined ? there.bareAt(written.path) : undefined;
  if (bare) {
    const says = say('rowUnlinked', { path: bare.deal.path, id: sourceId! });
    return { says, isSure: false };
  }
  const mayBe = unread.mayBe(incoming, written).map(({ path }) => path);
  if (mayBe.length) return { says: say('rowMayBeUnread', named(mayBe)), isSure: false };
  const atPath = there.mayBeAt(incoming);
  if (atPath) return { says: say('rowMayBeAtPath', { path: atPath.deal.path }), isSure: false };
  if (!written) {
    const retitled = there.mayBeRetitled(incoming, isWritten).map(({ deal }) => deal.path);
    return retitled.length ? { says: say('rowMayBeRetitled', named(retitled)), isSure: false } : undefined;
  }
  const renamed = [...there.mayBeRenamed(incoming), ...unread.mayBeRenamed(incoming)].map(
    ({ deal }) => deal.path,
  );
  return renamed.length ? { says: say('rowMayBeRenamed', named(renamed)), isSure: false } : undefined;
}

function named(paths: readonly string[]): { readonly paths: readonly string[]; readonly count: number } {
  return { paths: paths.slice(0, MOST_NAMED), count: paths.length };
}
