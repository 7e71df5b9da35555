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
  return freeName(ownFileName(title), taken);
}

/** Gives names of files, each once: as `fileNameOf` for one deal after the other, without looking at all names each time. */
export class FreeNames {
  private readonly taken: Set<string>;
  /** The last number that a name was given. */
  private readonly numbers = new Map<string, number>();

  constructor(taken: Iterable<string>) {
    this.taken = new Set([...taken].map(folded));
  }

  /** For a deal's title. */
  take(title: string): string {
    return this.takeName(ownFileName(title));
  }

  /** The name itself, if it is free; a path may stand before it. */
  takeName(name: string): string {
    const at = name.lastIndexOf('.');
    for (let number = this.numbers.get(name) ?? 1; ; number++) {
      const candidate = number === 1 ? name : `${name.slice(0, at)}-${number}${name.slice(at)}`;
      if (this.taken.has(folded(candidate))) continue;
      this.taken.add(folded(candidate));
      this.numbers.set(name, number + 1);
      return candidate;
    }
  }
}

function ownFileName(title: string): string {
  const slug = slugify(title.slice(0, 200), { decamelize: false }) || inItsScript(title);
  const short = slug.length > MAX ? slug.slice(0, MAX + 1).replace(/-[^-]*$|.$/u, '') : slug;
  const name = short.replace(/-$/, '');
  const base =
    !name || DEVICE.test(name) || !isDealFile(`${name}.md`) ? `deal-${name}`.replace(/-$/, '') : name;
  return `${base}.md`;
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
