import { plainWidth } from '../text/width';

/** A cell without the apostrophe that keeps spreadsheets from working it out as a formula. */
export function unguarded(cell: string): string {
  return cell.replace(/^'(?='*[\s\p{Cf}]*[=+\-@＝＋－＠])/u, '');
}

/** The same of our own export, which has them behind semicolons too: see `withoutFormulas`. */
export function unguardedOwn(cell: string): string {
  return cell.replace(/^'(?='*[\s\p{Cf}]*[=+\-@＝＋－＠])|(?<=;)'(?='*\p{Cf}*[=+\-@＝＋－＠])/gu, '');
}

/** A text of a file that needs no such apostrophes, so that none is taken off what looks as if it had one. */
export function guarded(text: string): string {
  return text.replace(/^'(?='*[\s\p{Cf}]*[=+\-@＝＋－＠])|(?<=;)'(?='*\p{Cf}*[=+\-@＝＋－＠])/gu, "''");
}

const YES: ReadonlySet<string> = new Set([
  'true',
  'yes',
  '1',
  'checked',
  'x',
  'ja',
  'oui',
  'si',
  'sí',
  'wahr',
  'vrai',
  'y',
  'verdadero',
  '✓',
  '✔',
  '☑',
]);

const NO: ReadonlySet<string> = new Set([
  'false',
  'no',
  '0',
  'unchecked',
  'nein',
  'non',
  'falsch',
  'faux',
  'n',
  'falso',
  '☐',
]);

/** Whether a box is ticked. */
export function isYes(cell: string): boolean {
  return YES.has(plainWidth(cell).trim().toLowerCase());
}

/** Whether a box is there and isn't ticked. */
export function isNo(cell: string): boolean {
  return NO.has(plainWidth(cell).trim().toLowerCase());
}

/** Somebody in a cell, by a name, an address or both. */
export interface PersonNamed {
  readonly name?: string;
  readonly email?: string;
}

/** Addresses in a cell, each with the name beside it; without an address where it is none: `jane at acme`. */
export function addressesIn(cell: string): PersonNamed[] {
  return peopleIn(cell.replaceAll(',', ';').replace(/\bmailto:/gi, ''));
}

/** People in a cell: `R. Lee (r.lee@acme.example); Imke Bruns`. */
export function peopleIn(cell: string): PersonNamed[] {
  return cell
    .split(/[;\n]/)
    .map(one => one.trim())
    .filter(one => one)
    .map(one => {
      const email = /[^\s<>()"]+@[^\s<>()"]+\.[^\s<>()"]+/.exec(one)?.[0];
      const name = (email ? one.replace(email, '') : one)
        .replace(/[<>()"]+/g, ' ')
        .replace(/\s+/g, ' ')
        .trim();
      return { ...(name && { name }), ...(email && { email }) };
    });
}
