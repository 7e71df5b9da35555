import assert from 'node:assert/strict';
import { Gathering, type Gathered } from '../../../../../src/core/intake/gather';
import { foldHead } from '../../../../../src/core/intake/heads';
import type { IncomingDeal } from '../../../../../src/core/intake/incoming';
import { propose, type MappingSaid } from '../../../../../src/core/intake/mapping';
import { Survey } from '../../../../../src/core/intake/survey';
import type { ColumnTarget } from '../../../../../src/core/intake/target';
import { DEFAULT_PROCESS, type Process } from '../../../../../src/core/process/process';
import { sentence } from '../../../../../src/words/sentence';
import { date } from '../../../support/deals';

export const TODAY = date('2026-11-30');

interface By {
  readonly said?: MappingSaid;
  readonly process?: Process;
  readonly mostTextMb?: number;
}

/** What a table comes to whose columns are called after what they become: `value`, `key region`, `entered Proposal`. */
export function gathered(
  heads: readonly string[],
  rows: readonly (readonly string[])[],
  { said = {}, process = DEFAULT_PROCESS, mostTextMb }: By = {},
): Gathered {
  const survey = new Survey(TODAY, new Set(heads.map(foldHead)));
  const table = [heads, ...rows].map((cells, at) => ({ number: at + 1, cells }));
  for (const row of table) survey.add(row);
  const surveyed = survey.end();
  assert.ok(surveyed);
  const columns = new Map(heads.map(head => [head, targetOf(head)]));
  const { mapping } = propose(surveyed, 'crm.csv', process, { kind: 'crm', columns, ...said });
  const gathering = new Gathering(surveyed, mapping, process, TODAY, new Map(), mostTextMb);
  for (const row of table) gathering.add(row);
  return gathering.end();
}

/** One row by its columns, in a stage and with a title where it names none. */
export function rowOf(cells: Readonly<Record<string, string>>, by?: By): Gathered {
  const all = { title: 'Acme', stage: 'Proposal', ...cells };
  return gathered(Object.keys(all), [Object.values(all)], by);
}

export function dealOf(cells: Readonly<Record<string, string>>, by?: By): IncomingDeal {
  const { deals, notTaken, leftOut } = rowOf(cells, by);
  const [deal] = deals;
  assert.ok(deal, [...notTaken, ...leftOut].map(({ says }) => sentence(says)).join());
  return deal;
}

function targetOf(head: string): ColumnTarget {
  const [, kind, name] = /^(key|entered) (.*)$/.exec(head) ?? [];
  if (kind) return kind === 'key' ? { key: name! } : { entered: name! };
  return head as ColumnTarget;
}
