import { findStage, stageOf, type Process } from './process';
import type { StageId } from './stages';

type Write = (name: string) => string;

const asItIs: Write = name => name;
const titled: Write = name => name.replace(/\p{L}+/gu, word => word[0]!.toUpperCase() + word.slice(1));
const cases: readonly Write[] = [asItIs, name => name.toLowerCase(), titled, name => name.toUpperCase()];
const joints: readonly Write[] = [
  asItIs,
  name => name.replaceAll('-', '_'),
  name => name.replaceAll('-', ' '),
  name => name.replaceAll(' ', '_'),
  name => name.replaceAll(' ', '-'),
];

/**
 * `to` in the form in which `written` names `from`: a file that says `Needs Analysis` goes on to `Proposal`, one
 * that says `needs_analysis` to `proposal`. A form that is none of these (an alias) goes on as the id, and so does
 * one in which `to` would not be known again: `ß` in capital letters, or a label that two stages share.
 */
export function writeStage(process: Process, to: StageId, written: string, from: StageId): string {
  const form = inFormOf(process, to, written, from);
  return form !== undefined && findStage(process, form) === to ? form : to;
}

function inFormOf(process: Process, to: StageId, written: string, from: StageId): string | undefined {
  const bases = [(id: StageId): string => id, (id: StageId) => stageOf(process, id).label];
  // The plain id and the plain label come before all variations of either.
  for (const base of bases) if (base(from) === written) return base(to);
  for (const joint of joints)
    for (const base of [...bases].reverse())
      for (const write of cases) if (write(joint(base(from))) === written) return write(joint(base(to)));
  return undefined;
}
