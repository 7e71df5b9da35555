import { refuse, type Refusal } from '../../refusal';
import { isRecord } from '../../shapes';
import { conflictLine } from '../inConflict';
import { say } from '../say';

const VERSION = 1;

/** What imports have logged, a key in each line, so that git merges what two people have imported. */
export function writeLogged(keys: ReadonlySet<string>): string {
  const lines = [...keys].toSorted().map(key => `    ${JSON.stringify(key)}`);
  return `{\n  "version": ${VERSION},\n  "logged": [\n${lines.join(',\n')}\n  ]\n}\n`;
}

/** What stands in such a file. One that isn't whole is refused: by half of it lines would be logged again. */
export function readLoggedFile(
  text: string,
  file: string,
): { readonly ok: true; readonly keys: ReadonlySet<string> } | Refusal {
  const read = parsed(text);
  const line = read === undefined ? conflictLine(text) : undefined;
  if (line !== undefined) return refuse(say('linesInConflict', { file, line }));
  const logged = isRecord(read) && read['version'] === VERSION ? read['logged'] : undefined;
  return Array.isArray(logged) && logged.every(key => typeof key === 'string')
    ? { ok: true, keys: new Set(logged) }
    : refuse(say('writtenNotRead', { file }));
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
