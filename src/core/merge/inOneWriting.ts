import { normaliseName } from '../process/process';
import { keepsComments, linesOf } from './comments';
import { partsOf, type KeyPart } from './headParts';
import type { KeyVersions } from './mergeGroup';
import { isSameLines } from './pick';

/** Versions in which keys that name the same on both sides, each in another writing (`"Closing"` and `closing`), are alike. */
export function inOneWriting(versions: KeyVersions, keys: readonly string[]): KeyVersions {
  return keys.reduce((some, key) => {
    const part = ofBoth(some, key);
    const withPart = (side: ReadonlyMap<string, KeyPart>) => (part ? new Map([...side, [key, part]]) : side);
    return { base: some.base, ours: withPart(some.ours), theirs: withPart(some.theirs) };
  }, versions);
}

function ofBoth(versions: KeyVersions, key: string): KeyPart | undefined {
  const parts = partsOf(key, versions);
  const { base, ours, theirs } = parts;
  if (!ours || !theirs || nameIn(ours) === undefined || nameIn(ours) !== nameIn(theirs)) return undefined;
  // Only one side has changed anything of it.
  if (base && [ours, theirs].some(({ lines }) => isSameLines(lines, base.lines))) return undefined;
  const whole = [ours, theirs].filter(part => keepsComments(part.lines, linesOf(parts)));
  return whole.find(part => part.value === nameIn(part)) ?? whole[0];
}

function nameIn({ value }: KeyPart): string | undefined {
  return typeof value === 'string' ? normaliseName(value) : undefined;
}
