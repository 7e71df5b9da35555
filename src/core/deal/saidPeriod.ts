import { PERIODS, type Period } from '../recurring';

/** Behind `/`, `per` and the like. */
const NAMES: Readonly<Record<Period, string>> = {
  month: 'months?|mths?|mos?|monat(?:en?)?|mois|mes|月',
  quarter: 'quarters?|qtrs?|q|quartal|trimestre|季度',
  year: 'years?|yrs?|y|annum|jahr(?:en?)?|an|année|año|年',
};

/** By themselves. */
const ADVERBS: Readonly<Record<Period, string>> = {
  month: 'monthly|pcm|monatlich|mtl|mensuels?|mensual',
  quarter: 'quarterly|quartalsweise|vierteljährlich|trimestriels?|trimestral',
  year: 'yearly|annually|annual|p\\. ?a|pa|jährlich|annuels?|anual',
};

const EACH = '(?:/|(?<!\\p{L})(?:per|an?|each|every|pro|im|par|por|al)(?!\\p{L}))';
const CURRENCY = '(?:[A-Z]{3}|\\p{Sc})';

const PATTERNS = PERIODS.map(period => ({
  period,
  alone: new RegExp(`^(?:${EACH}\\s*)?(?:${NAMES[period]}|${ADVERBS[period]})\\.?$`, 'iu'),
  behind: new RegExp(
    `(?<=[\\p{L}\\p{N}\\p{Sc}.-])\\s*(?:${EACH}\\s*(?:${NAMES[period]})|(?<=\\s)(?:${ADVERBS[period]}))\\.?(?=(?:\\s+${CURRENCY})?$)`,
    'iu',
  ),
}));

/** The period that a text names: `monthly`, `per year`, `p.a.`. */
export function periodNamed(text: string): Period | undefined {
  return PATTERNS.find(({ alone }) => alone.test(text.trim()))?.period;
}

/** `30k/yr` as the amount `30k` and the period. */
export function partPeriod(text: string): { readonly amount: string; readonly period: Period | undefined } {
  for (const { period, behind } of PATTERNS) {
    const amount = text.replace(behind, '');
    if (amount !== text) return { amount, period };
  }
  return { amount: text, period: undefined };
}
