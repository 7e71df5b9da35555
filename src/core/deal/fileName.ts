import slugify from '@sindresorhus/slugify';
import { isDealFile } from '../pipeline/paths';

/** Long enough to be told apart, short enough for a path on any system. */
const MAX = 60;

/** Names that Windows keeps for devices, whatever follows the point. */
const DEVICE = /^(?:con|prn|aux|nul|com\d|lpt\d)$/;

/**
 * The name of the file for a deal: readable, safe on all systems, and not one of `taken`, whatever the case of its
 * letters: `acme-warehouse-scanners.md`. Letters of other scripts are written in ours, or kept where there is no way to.
 */
export function fileNameOf(title: string, taken: Iterable<string>): string {
  const slug = slugify(title.slice(0, 200), { decamelize: false }) || inItsScript(title);
  const short = slug.length > MAX ? slug.slice(0, MAX + 1).replace(/-[^-]*$|.$/u, '') : slug;
  const name = short.replace(/-$/, '');
  const base =
    !name || DEVICE.test(name) || !isDealFile(`${name}.md`) ? `deal-${name}`.replace(/-$/, '') : name;
  return freeName(`${base}.md`, taken);
}

/** The name itself, or else the first with a number before its ending that is not one of `taken`: `acme-2.md`. */
export function freeName(name: string, taken: Iterable<string>): string {
  const known = new Set([...taken].map(folded));
  const at = name.lastIndexOf('.');
  for (let number = 1; ; number++) {
    const candidate = number === 1 ? name : `${name.slice(0, at)}-${number}${name.slice(at)}`;
    if (!known.has(folded(candidate))) return candidate;
  }
}

/** Whether there are systems to which two names are one. */
export function isSameName(a: string, b: string): boolean {
  return folded(a) === folded(b);
}

function folded(name: string): string {
  return name.normalize('NFC').toLowerCase();
}

function inItsScript(title: string): string {
  return title
    .slice(0, 200)
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\p{M}]+/gu, '-')
    .replace(/^[-\p{M}]+/u, '');
}
