import { useRef } from 'preact/hooks';
import type { GroupOfChanges } from '../../../core/changes/groups';
import type { ChangesBetweenShown } from '../../../shared/changesSheet';
import { groupKey } from '../../../words/definition';
import { useGridKeys } from '../../useGridKeys';
import { say, words } from '../../words';
import { Listed } from '../Behind';
import { Answer } from '../Question';
import { DealLines } from './DealLines';

const { kinds: said } = words.changes;

/** What a manager asks for first comes first. */
const ORDER: readonly GroupOfChanges[] = [
  ...(['won', 'lost', 'new', 'advanced', 'back', 'open', 'up', 'down', 'currency'] as const),
  ...(['later', 'sooner', 'close_date', 'next_step', 'owner', 'removed'] as const),
];
const OF_VALUE: readonly GroupOfChanges[] = ['up', 'down', 'currency'];

type Compared = Extract<ChangesBetweenShown, { kind: 'compared' }>;

/** What the deals did, each kind with its deals by name. One stop of the Tab key; the arrow keys go from name to name. */
export function Kinds({ of }: { of: Compared['groups'] }) {
  const list = useRef<HTMLDivElement>(null);
  const keys = useGridKeys(list);
  if (!of.length) return null;
  const sorted = of.toSorted((a, b) => ORDER.indexOf(a.group) - ORDER.indexOf(b.group));
  return (
    <Answer id="kinds" title={said.title}>
      <div class="kinds" ref={list} {...keys}>
        {sorted.map(({ group, count, value, deals }) => {
          const name = said.groups[group];
          return (
            <section key={group} aria-labelledby={`kind-${group}`}>
              <h4 id={`kind-${group}`}>
                <Listed
                  asks={{ type: 'listChanged', figure: { kind: 'group', group }, words: name }}
                  says={words.frame.showDeals(name)}
                  by={groupKey(group)}
                >
                  {name} <span class="note">{say.count(count)}</span>
                </Listed>
                <span class="note">{said.sums(value)}</span>
              </h4>
              <DealLines deals={deals} count={count} withoutValue={OF_VALUE.includes(group)} />
            </section>
          );
        })}
      </div>
    </Answer>
  );
}
