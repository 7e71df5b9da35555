import { isChosen } from './sample.mjs';

/** @typedef {{ status: string, mutatorName: string, replacement?: string, static?: boolean, location: { start: { line: number, column: number }, end: { line: number, column: number } } }} Mutant */
/** @typedef {{ files: Record<string, { source: string, mutants: Mutant[] }> }} Report as Stryker writes it */
/** @typedef {{ file: string, from: string, to: string, reason: string }} Named a fault that need not be seen, and why */

const SEEN = new Set(['Killed', 'Timeout']);
const UNSEEN = new Set(['Survived', 'NoCoverage']);

/**
 * What a run has found: how many faults there were, how many were seen, and in lines each that nothing saw and nobody has named.
 * @param {Report} report
 * @param {readonly Named[]} named
 * @param {{ SAMPLE?: string, SAMPLE_SEED?: string }} [sample]
 */
export function summary({ files }, named, sample = {}) {
  const all = Object.entries(files)
    .flatMap(([file, { source, mutants }]) =>
      mutants.map(mutant => ({ ...mutant, file, from: textAt(source, mutant.location) })),
    )
    .filter(fault => isChosen(fault, sample));
  const seen = all.filter(isSeen).length;
  const tooLong = all.filter(({ status }) => status === 'Timeout').length;
  const unseen = all.filter(({ status }) => UNSEEN.has(status));
  const isNamed = (/** @type {typeof all[number]} */ { file, from, replacement }) =>
    named.some(
      one =>
        one.file === file &&
        unbroken(one.from) === unbroken(from) &&
        unbroken(one.to) === unbroken(replacement ?? ''),
    );
  const unnamed = unseen.filter(one => !isNamed(one));
  const faults = seen + unseen.length;
  const score = faults ? (100 * seen) / faults : 100;
  return {
    faults,
    seen,
    unnamed: unnamed.length,
    lines: [
      `${seen} of ${faults} faults were seen, ${score.toFixed(1)} %${tooLong ? ` (${tooLong} as their tests went on too long)` : ''}; ${unseen.length - unnamed.length} others have a reason in survivors/.`,
      ...unnamed.map(
        ({ file, location, from, replacement, status }) =>
          `${file}:${location.start.line}:${location.start.column}: ${oneLine(from)} → ${oneLine(replacement ?? '')}${status === 'NoCoverage' ? ' (no test comes here)' : ''}`,
      ),
    ],
  };
}

/**
 * Also where no test can begin, as the fault is in what is made when its module is loaded, and loading it fails.
 * @param {Mutant} mutant
 */
function isSeen({ status, static: isLoaded }) {
  return SEEN.has(status) || (isLoaded === true && status === 'RuntimeError');
}

/** @param {string} source @param {Mutant['location']} location lines and columns from 1 */
function textAt(source, { start, end }) {
  const lines = source.split('\n').slice(start.line - 1, end.line);
  const last = lines.length - 1;
  lines[last] = lines[last]?.slice(0, end.column - 1) ?? '';
  lines[0] = lines[0]?.slice(start.column - 1) ?? '';
  return lines.join('\n');
}

/**
 * Code that is the same however its lines are broken.
 * @param {string} text
 */
export function unbroken(text) {
  return text.replace(/\s+/g, '');
}

/** @param {string} text */
function oneLine(text) {
  const line = text.replace(/\s+/g, ' ');
  return line.length > 90 ? `${line.slice(0, 89)}…` : line;
}
