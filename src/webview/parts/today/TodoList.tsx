import { useState } from 'preact/hooks';
import { namesIn } from '../../../core/deal/shortName';
import type { PlannedDeal, ToDo, WhatToDo } from '../../../core/metrics/today/whatToDo';
import type { TodayRule } from '../../../core/process/todayRules';
import type { FunnelSheet } from '../../../shared/funnelSheet';
import { useSheet } from '../../sheetContext';
import { say, words } from '../../words';
import { Behind } from '../Behind';
import { sumsOf } from '../sumsOf';
import { TodoRow } from './TodoRow';

const { todo: said } = words.today;

/** So many are shown at first, and of the next days. */
const FIRST = 6;
const FIRST_NEXT = 5;
/** What may be as it should: the buyer has asked for time. */
const MAY_WAIT: readonly TodayRule[] = ['quiet', 'stalled', 'no_next_step'];

/** What to do about the open deals, the most urgent first, by the team's rules; and what is to come within a week. */
export function TodoList() {
  const { report, inNeed, toDo, toCome } = useSheet();
  const { now, next } = report.today.toDo;
  const [shown, setShown] = useState(FIRST);
  const first = now.slice(0, shown);
  const names = namesOf([...now, ...next]);
  return (
    <section class="todo" aria-labelledby="todo-heading">
      <h3 id="todo-heading" class="visually-hidden">
        {said.title}
      </h3>
      {!now.length && <p class="note">{said.nothing}</p>}
      {groupsOf(first).map(({ rule, deals }) => (
        <section key={rule} aria-labelledby={`todo-${rule}`}>
          <h4 id={`todo-${rule}`}>
            {said.rules[rule]} <Sum of={toDo[rule]!} />
          </h4>
          <ul class="todos">
            {deals.map(deal => (
              <TodoRow
                key={deal.path}
                deal={deal}
                name={names.get(deal.path)!}
                reasons={deal.reasons}
                action={deal.action}
                also={MAY_WAIT.includes(rule) ? ['setStage', 'holdUntil'] : undefined}
              />
            ))}
          </ul>
        </section>
      ))}
      <More of={now} {...{ shown, setShown }} />
      {now.length > 0 && inNeed > 0 && (
        <p class="note">
          <Behind figure={{ kind: 'inNeed' }} words={said.title} by="inNeed">
            {said.list}
          </Behind>
        </p>
      )}
      <Next deals={next} names={names} sum={toCome} />
    </section>
  );
}

/** By its path what each deal is called: by its account, or by its title where others have the same account. */
function namesOf(deals: readonly PlannedDeal[]): ReadonlyMap<string, string> {
  const names = namesIn(deals, 'account');
  return new Map(deals.map(({ path }, at) => [path, names[at]!]));
}

interface NextProps {
  readonly deals: WhatToDo['next'];
  readonly names: ReadonlyMap<string, string>;
  readonly sum: FunnelSheet['toCome'];
}

function Next({ deals, names, sum }: NextProps) {
  const [shown, setShown] = useState(FIRST_NEXT);
  if (!deals.length) return null;
  return (
    <section aria-labelledby="todo-next">
      <h4 id="todo-next">
        {said.next} <Sum of={sum} />
      </h4>
      <ul class="todos">
        {deals.slice(0, shown).map(deal => (
          <TodoRow
            key={deal.path}
            deal={deal}
            name={names.get(deal.path)!}
            reasons={[]}
            action="completeNextStep"
            also={[]}
          />
        ))}
      </ul>
      <More of={deals} {...{ shown, setShown }} />
    </section>
  );
}

/** How many deals a part has, and what they are worth. */
function Sum({ of: { count, value } }: { of: FunnelSheet['toCome'] }) {
  const sums = sumsOf(value).join(' + ');
  return <span class="note">{[say.count(count), sums].filter(Boolean).join(' · ')}</span>;
}

interface MoreProps {
  readonly of: readonly unknown[];
  readonly shown: number;
  readonly setShown: (shown: number) => void;
}

/** The rest of a list, three times as much each time. */
function More({ of: all, shown, setShown }: MoreProps) {
  const more = Math.min(all.length, shown * 3) - shown;
  if (more <= 0) return null;
  return (
    <button type="button" class="link" onClick={() => setShown(shown * 3)}>
      {said.showMore(more)}
    </button>
  );
}

/** Deals that come one after the other by the same rule. */
function groupsOf(deals: readonly ToDo[]): { readonly rule: TodayRule; readonly deals: ToDo[] }[] {
  const groups: { readonly rule: TodayRule; readonly deals: ToDo[] }[] = [];
  for (const deal of deals) {
    const last = groups.at(-1);
    if (last?.rule === deal.rule) last.deals.push(deal);
    else groups.push({ rule: deal.rule, deals: [deal] });
  }
  return groups;
}
