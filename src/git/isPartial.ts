import type { AskOfFolder } from './askGit';

/** Whether contents were left on the server, to be fetched when somebody looks at them. */
export async function isPartial(ask: AskOfFolder): Promise<boolean> {
  const { out } = await ask([
    'config',
    '--get-regexp',
    '^(remote\\..*\\.promisor|extensions\\.partialclone)$',
  ]);
  return out.length > 0;
}
