import { remembered } from '../remember';
import { searchable } from '../text/searchable';
import { UNSURE, type SaidLanguage } from './language';

/**
 * What a text says in the tokens of all languages, with blanks between them: `wd5 next week`, `15o m1 2027`. `undefined`
 * where a word of it is none of the language.
 *
 * A number is itself, `15o` as an ordinal, and `y27` as a short year; weekdays are `wd1` (Monday) to `wd7`, months `m1` to
 * `m12`, quarters `q1` to `q4`, and halves of a year `h1` and `h2`.
 *
 * @param text as `searchable` makes it
 */
export function tokensOf(text: string, language: SaidLanguage): string | undefined {
  const tokens: string[] = [];
  for (let at = 0; at < text.length;) {
    const left = text.slice(at);
    const found = phraseAt(left, language) ?? numberAt(left, language);
    if (!found) return undefined;
    if (found.token) tokens.push(found.token);
    at += found.length;
    GAP.lastIndex = at;
    at += GAP.exec(text)?.[0].length ?? 0;
  }
  const words = tokens.join(' ');
  // The last one, or the fifteenth, of a month is no month that is last, and no fifteen months.
  if (PART_OF.test(words)) return UNSURE;
  const said = words
    .replace(/\bof /g, '')
    .replace(/\b(\w+) afternext\b/, 'afternext $1')
    // “next month end”
    .replace(/^(next|this|last|coming) end (\w+)$/, 'end $1 $2');
  return language.turns ? said.replace(BEHIND, '$2 $1') : said;
}

const PART_OF =
  /\b(?:(?:\d+o?|last|next|coming|this) of (?:days?|weeks?|fortnights?|months?|quarters?|half|years?)\b(?! (?:next|last|coming|this)\b)|last of m\d+\b)/;

/** Whether a phrase is in it that means several days. */
export function isUnsure(tokens: string): boolean {
  return tokens.split(' ').includes(UNSURE);
}

/** A hyphen holds words together, as in “mid-january”; between numbers, or with blanks around it, it means “to”. */
const GAP = /[ ,]+|(?<=\p{L})-(?=[\p{L}\d'])|(?<=\d)-(?=\p{L})|(?<=[qh]\d)[-/](?=[\d'])/uy;

/** What comes before another noun is the adjective of that one: “enero, próximo año”. */
const BEHIND =
  /\b(wd\d|week|month|quarter|half|year|weekend|workday|m\d+) (next|last|this|coming)\b(?! (?:week|month|quarter|half|year)\b)/g;

interface SaidToken {
  readonly token: string;
  readonly length: number;
}

function phraseAt(left: string, language: SaidLanguage): SaidToken | undefined {
  const [period] = /^(?:[qh][1-4](?!\d)|[kc]w(?= ?\d))/.exec(left) ?? [];
  if (period) return { token: period.replace('cw', 'kw'), length: period.length };
  const found = phrasesOf(language).find(
    ({ words }) =>
      left.startsWith(words) && (words.endsWith("'") || !/^[\p{L}\d]/u.test(left.slice(words.length))),
  );
  if (!found) return undefined;
  const { words, token } = found;
  return { token, length: words.length + (left[words.length] === '.' ? 1 : 0) };
}

/** The longest come first. */
const phrasesOf = remembered(({ phrases }: SaidLanguage) =>
  Object.entries(phrases)
    .flatMap(([token, all]) =>
      all
        .split('|')
        .flatMap(spellings)
        .map(words => ({ token, words })),
    )
    .filter(({ words }) => words)
    .sort((a, b) => b.words.length - a.words.length),
);

/** `ä` may be typed as `a` and as `ae`. */
function spellings(phrase: string): string[] {
  const long = phrase.replaceAll('ä', 'ae').replaceAll('ö', 'oe').replaceAll('ü', 'ue');
  return [...new Set([phrase, long].map(searchable))];
}

function numberAt(left: string, language: SaidLanguage): SaidToken | undefined {
  const [short, year] = /^'(\d\d)(?!\d)/.exec(left) ?? [];
  if (short) return { token: `y${year}`, length: short.length };
  const [digits] = /^\d{1,4}(?!\d)/.exec(left) ?? [];
  if (digits === undefined) return undefined;
  const behind = left.slice(digits.length);
  const [ordinal] = language.ordinal.exec(behind) ?? [];
  if (ordinal !== undefined && digits.length < 3 && !/^[\p{L}\d]/u.test(behind.slice(ordinal.length)))
    return { token: `${Number(digits)}o`, length: digits.length + ordinal.length };
  const [unit] = /^ ?\p{L}(?![\p{L}\d])/u.exec(behind) ?? [];
  const means = unit && language.units[unit.trim()];
  if (means) return { token: `${Number(digits)} ${means}`, length: digits.length + unit.length };
  return { token: digits.length === 4 ? digits : String(Number(digits)), length: digits.length };
}
