import { currenciesNamed, type Codes } from '../currencies';

/** A heading of amounts that names their currency: `Deal Value (USD)`, `Amount EUR`, `Wert in €`. */
export interface MoneyHead {
  /** Without the currency: `Deal Value`. */
  readonly rest: string;
  /** The currency as the heading has it: `USD`, `€`. */
  readonly word: string;
}

const WORD = String.raw`(?<word>\p{Lu}{0,2}\p{Sc}|\p{L}{2,8}\.?)`;
const FORMS = [
  String.raw`^(?<rest>.*\S)\s*[([]\s*(?:(?:in|en|em)\s+)?${WORD}\s*[)\]]$`,
  String.raw`^(?<rest>.*\S)\s+(?:in|en|em)\s+${WORD}$`,
].map(form => new RegExp(form, 'iu'));
/** A bare word of two letters may be a country or a kind of row. */
const BARE = [
  /^(?<rest>.*[^\s_/|,:–—-])[\s_/|,:–—-]+(?<word>\p{L}{3,8})$/u,
  /^(?<rest>.*?[^\s_/|,:–—-])[\s_/|,:–—-]*(?<word>\p{Lu}{0,2}\p{Sc})$/u,
  /^(?<word>\p{Lu}{0,2}\p{Sc})\s*(?<rest>.+)$/u,
  /^(?<word>[A-Z]{3})[\s_]+(?<rest>.+)$/u,
];

/** Codes that are words of headings: `Total (all)`. */
const WORDS: ReadonlySet<string> = new Set(['ALL', 'TOP']);

/** The currency that a heading names beside what it is; nothing where it names none. */
export function moneyHead(head: string): MoneyHead | undefined {
  const text = head.trim().replace(/\s*\*$/, '');
  for (const form of [...FORMS, ...BARE]) {
    const { rest, word: found = '' } = form.exec(text)?.groups ?? {};
    const word = found.replace(/\.$/, '');
    if (rest && word && isCurrency(word, text)) return { rest, word };
  }
  return undefined;
}

/** In a heading all in capitals a code is one only where everybody knows it. */
function isCurrency(word: string, head: string): boolean {
  const isShouted = head === head.toUpperCase() && /\p{Lu}{4}/u.test(head.replaceAll(word, ''));
  return !WORDS.has(word.toUpperCase()) && currenciesNamed(isShouted ? word.toLowerCase() : word).length > 0;
}

/** The currency of a column of amounts, as its heading names it. */
export interface HeadCurrency {
  /** Nothing where several share the sign, and the team has none of them. */
  readonly currency: string | undefined;
  /** What a sign that isn't of one currency alone may mean, the likeliest first. */
  readonly mayBe?: readonly string[];
  readonly sign: string;
}

/**
 * @param own the currency that the team or the mapping has, by which a shared sign is told
 * @param used what else the team has money in
 */
export function currencyOfHead(head: string, own: string | undefined, used: Codes): HeadCurrency | undefined {
  const sign = moneyHead(head)?.word;
  if (sign === undefined) return undefined;
  const [bare, ...others] = currenciesNamed(sign);
  const [currency, other] = currenciesNamed(sign, own, used);
  if (other !== undefined) return { sign, currency: undefined, mayBe: [bare!, ...others] };
  const isSure = currency === bare && !others.length;
  if (isSure) return { sign, currency };
  return { sign, currency, mayBe: others.length ? [bare!, ...others] : [currency!, bare!] };
}
