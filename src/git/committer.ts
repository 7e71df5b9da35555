import type { KnownPerson } from '../core/deal/whoIAm';
import type { AskOfFolder } from './askGit';

/** As the port has it. */
export async function committer(ask: AskOfFolder): Promise<Pick<KnownPerson, 'name' | 'email'>> {
  const answer = await ask(['config', '--null', '--get-regexp', '^user\\.(name|email)$']).catch(
    () => undefined,
  );
  const set = (answer?.out.toString('utf8') ?? '').split('\0').map(item => item.split('\n'));
  // The last one counts: that of the repository stands behind that of the person.
  const last = (key: string) => set.findLast(([name]) => name === key)?.[1]?.trim() || undefined;
  return { name: last('user.name'), email: last('user.email') };
}
