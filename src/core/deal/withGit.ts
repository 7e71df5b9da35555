import type { Deal } from './deal';
import { isDeal, type Entry } from './entry';
import { areSameFacts, type GitFacts } from './gitFacts';

/** The entry of a file with what git knows of it; the same one where it has that already, and where it is no deal. */
export function withGit(entry: Entry, facts: GitFacts | undefined): Entry {
  if (!isDeal(entry) || areSameFacts(entry.deal.inGit, facts)) return entry;
  const deal: Omit<Deal, 'inGit'> & { inGit?: GitFacts } = { ...entry.deal };
  if (facts) deal.inGit = facts;
  else delete deal.inGit;
  return { ...entry, deal };
}
