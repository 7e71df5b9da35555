/** What stands before the decimals of a number. */
export type DecimalSign = '.' | ',';

const NAMES = { '.': 'point', ',': 'comma' } as const satisfies Record<DecimalSign, string>;

export type DecimalName = (typeof NAMES)[DecimalSign];

/** What a mapping calls the sign: as itself it would need quotation marks there. */
export function nameOfSign(sign: DecimalSign): DecimalName {
  return NAMES[sign];
}

/** The sign that a mapping or an option calls `point` or `comma`. */
export function signCalled(name: string): DecimalSign | undefined {
  return (['.', ','] as const).find(sign => NAMES[sign] === name.trim().toLowerCase());
}

/** A number that could have thousands or decimals: `1.234`. */
const UNCLEAR = /(?<![\d.,])([1-9]\d{0,2})([.,])(\d{3})(?![\d.,])/g;
const NUMBER = /\d[\d.,]*\d/g;

/** Finds out which sign the numbers of a column have before their decimals: as in the days of a column, one that is clear tells it of all. */
export class DecimalTally {
  private readonly seen = new Set<DecimalSign>();
  private firstUnclear: string | undefined;

  add(cell: string): void {
    for (const [number] of cell.matchAll(NUMBER)) {
      const sign = signIn(number);
      if (sign) this.seen.add(sign);
      else if (isUnclear(number)) this.firstUnclear ??= cell;
    }
  }

  /** The first cell with a number that can be read in two ways, where no other number tells in which. */
  get unclear(): string | undefined {
    return this.sign ? undefined : this.firstUnclear;
  }

  /** Nothing where no number tells, or they contradict each other. */
  get sign(): DecimalSign | undefined {
    return this.seen.size === 1 ? [...this.seen][0] : undefined;
  }
}

function signIn(number: string): DecimalSign | undefined {
  const [first, ...others] = number.replace(/\d/g, '') as Iterable<string> as DecimalSign[];
  if (!first) return undefined;
  const last = others.at(-1) ?? first;
  // The last of two signs, `1.234,50`; where one stands several times, it parts thousands.
  if (last !== first) return last;
  const other = first === '.' ? ',' : '.';
  if (others.length) return other;
  return isUnclear(number) ? undefined : first;
}

function isUnclear(number: string): boolean {
  return new RegExp(UNCLEAR.source).test(number);
}

/** A text in which the decimals of numbers are clear to whoever reads it by itself. */
export function withClearDecimals(text: string, sign: DecimalSign | undefined): string {
  if (!sign) return text;
  return text.replace(UNCLEAR, (all, whole: string, is: string, rest: string) =>
    is === sign ? `${whole}${is}${rest}0` : all,
  );
}
