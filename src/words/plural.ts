import { once } from '../core/once';

/** A word in the forms that a language has for numbers; English has `one` and `other`. */
export type Forms = Partial<Readonly<Record<Intl.LDMLPluralRule, string>>> & { readonly other: string };

/** Chooses the form that goes with a number, of which one decimal at most is shown. */
export function pluralIn(language: string): (n: number, forms: Forms) => string {
  const rules = once(() => new Intl.PluralRules(language, { maximumFractionDigits: 1 }));
  return (n, forms) => forms[rules().select(n)] ?? forms.other;
}
