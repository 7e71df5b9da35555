import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { DealMerge } from '../../../../../src/core/merge/mergeDeal';

/** Two versions of a deal with what they come from, and what is to come of them. */
export interface MergeCase {
  readonly name: string;
  readonly base: string;
  readonly ours: string;
  readonly theirs: string;
  /** What a user is told, and the text. */
  readonly merged: string;
  /** With ours and theirs in each other's place. */
  readonly turned: string;
}

/** What stands around the part of the deal that the cases of a file are about. */
const AROUND: Readonly<Record<string, (part: string) => string>> = {
  fields: part => `---\nstage: proposal\n${part}---\n`,
  lists: part => `---\nstage: proposal\n${part}---\n`,
  standing: part => `---\n${part}---\n`,
  notes: part => `---\nstage: proposal\n---\n${part}`,
  whole: part => part,
};

/** The files of cases: `### name`, then `=== base`, `=== ours`, `=== theirs` and what comes of them, each with its text below. */
export const CASE_FILES = Object.keys(AROUND);

export function casesIn(file: string): readonly MergeCase[] {
  const around = AROUND[file]!;
  const text = readFileSync(join('test/unit/core/merge/recorded', `${file}.txt`), 'utf8');
  return text
    .split(/^### /m)
    .slice(1)
    .map(one => {
      const [name, ...parts] = one.split(/^=== /m);
      const cut = parts.map(part => [headOf(part), part.slice(headOf(part).length + 1)] as const);
      const textOf = (head: string) => around(cut.find(([found]) => found === head)![1]);
      const results = cut.slice(3).map(([head, result]) => {
        const said = head.replace(TURNED, '');
        return said === 'noDeal' ? said : `${said}\n${around(result)}`;
      });
      return {
        name: name!.trim(),
        base: textOf('base'),
        ours: textOf('ours'),
        theirs: textOf('theirs'),
        merged: results[0]!,
        turned: results.at(-1)!,
      };
    });
}

const TURNED = 'the other way round: ';

function headOf(part: string): string {
  return part.slice(0, part.indexOf('\n'));
}

/** What comes of a merge, as a case has it: what was united, and each conflict with its lines. */
export function resultOf(merge: DealMerge): string {
  if (merge.kind === 'noDeal') return merge.kind;
  const open = merge.conflicts.map(({ about, keys, line, lastLine }) =>
    [about, ...(keys.length ? [keys.join(', ')] : []), 'in', `${line}–${lastLine}`].join(' '),
  );
  return `${[merge.united.join(' and ') || 'nothing united', ...open].join('; ')}\n${merge.text}`;
}
