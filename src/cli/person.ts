import type { Person } from '../actions/ports/person';
import { ownersIn, whoIAm } from '../actions/whoIAm';
import { ownersOnce } from '../core/deal/whoIAm';
import { isAboutMe, ME, meantByMe, withNames } from '../core/filter/me';
import type { DealFilter } from '../core/filter/table';
import { toAddress } from '../files/disk/addresses';
import { quoted } from '../words/en/said/quoted';
import { gitOf } from './git';
import type { PipelineOnDisk } from './pipeline';
import type { Terminal } from './terminal';
import { UsageError } from './usage';

/** Holds the name that deals have for the person in `owner`. */
const VARIABLE = 'DEAL_NOTES_ME';

/** Whoever types, by what their environment says of them, else by git. */
export function personAt(terminal: Terminal): Person {
  const owner = terminal.env[VARIABLE]?.trim();
  return { knownIn: async folder => (owner ? { owner } : gitOf(terminal).committerIn(folder)) };
}

/** So many names help to choose one. */
export const MOST_NAMES = 8;

/**
 * A filter with the name of whoever types in the place of `me`; an owner of that name is meant too.
 *
 * @throws UsageError where it isn't known who that is
 */
export async function forMe(
  filter: DealFilter,
  terminal: Terminal,
  { folder, pipeline }: Pick<PipelineOnDisk, 'folder' | 'pipeline'>,
): Promise<DealFilter> {
  if (!isAboutMe(filter)) return filter;
  const owners = ownersOnce(ownersIn(pipeline));
  const own = await whoIAm(personAt(terminal), toAddress(folder), pipeline);
  const names = meantByMe(own === undefined ? [] : [own], owners);
  if (names.length) return withNames(filter, names);
  throw new UsageError(whoUnknown(owners));
}

/** Why `me` means nobody, and the way out. */
export function whoUnknown(owners: readonly string[]): string {
  const known = owners.slice(0, MOST_NAMES).map(name => quoted(name, 40));
  const among = known.length ? ` The owners here are ${known.join(', ')}.` : '';
  return `--owner ${ME}: can’t tell who you are from git’s user.name and user.email. Set ${VARIABLE} to your name as deals have it in owner.${among}`;
}
