import { OPENING } from '../../frontMatter/cut';
import { COLONS } from '../../frontMatter/slips';
import type { Problem, ProblemCode } from '../../problem';
import type { Process } from '../../process/process';
import { mayMeanField } from './nearKeys';

/** What is wrong with YAML, or with what stands where YAML would. */
const OF_YAML: ReadonlySet<ProblemCode> = new Set<ProblemCode>([
  'unclosed-front-matter',
  'invalid-yaml',
  'unquoted-colon',
  'tab-indentation',
  'duplicate-key',
  'not-a-map',
]);

/** In characters: nobody's front matter is longer. */
const MOST = 8000;
const KEYS = new RegExp(
  `^[ \\t]*(?:[-?][ \\t]+)*["']?([\\p{L}_][\\p{L}\\p{N}_ -]{0,40}?)["']?[ \\t]*[:=${COLONS}]`,
  'gmu',
);
const HEAD_OF_MAIL = /^(?:from|to|cc|bcc|sent|date|subject|reply-to|message-id|von|an|betreff|gesendet)$/i;

/**
 * Whether a file that can't be read holds no deal, however it is put right: what begins with the head of a mail, or with
 * a quotation, between two rules, and has no key that may be one of ours.
 */
export function isOtherNote(text: string, { code }: Problem, process: Process): boolean {
  if (!OF_YAML.has(code)) return false;
  const [head = '', ...below] = text
    .slice(0, MOST)
    .replace(OPENING, '')
    .split(/^---[ \t]*\r?$/m);
  // Without a closing line the head of a mail ends where the mail begins.
  const block = below.length ? head : head.split(/\n[ \t]*\r?\n/, 1)[0]!;
  const keys = [...block.matchAll(KEYS)].map(([, key]) => key!);
  const isMail = keys.filter(key => HEAD_OF_MAIL.test(key)).length > 1 && HEAD_OF_MAIL.test(keys[0]!);
  const isQuotation = /^[ \t]*[>"“”„«]/.test(block);
  return (isMail || isQuotation) && !keys.some(key => mayMeanField(key, process));
}
