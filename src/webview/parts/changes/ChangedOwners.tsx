import type { ComponentChildren } from 'preact';
import type { ChangesBetweenShown } from '../../../shared/changesSheet';
import { bridgeKey, groupKey } from '../../../words/definition';
import { useSheet } from '../../sheetContext';
import { say, words } from '../../words';
import { Amounts } from '../Amounts';
import { Listed } from '../Behind';
import { OwnersTable } from '../OwnersTable';

const { owners: said } = words.changes;

type Owners = Extract<ChangesBetweenShown, { kind: 'compared' }>['owners'];

const COLUMNS = [
  { of: 'from', by: bridgeKey('from') },
  { of: 'to', by: bridgeKey('to') },
  { of: 'won', by: groupKey('won') },
  { of: 'lost', by: groupKey('lost') },
  { of: 'slipped', by: 'slippedSince' },
] as const;

/** What became of the deals of each owner. */
export function ChangedOwners({ of }: { of: Owners }) {
  const labels = said.columns(useSheet().past !== null);
  const others = COLUMNS.map(({ of: column }) => (
    <th key={column} scope="col" class="money">
      {labels[column]}
    </th>
  ));
  const heads = { owner: said.owner, none: said.none, others };
  return (
    <OwnersTable id="changed-owners" title={said.title} look="calls" heads={heads} owners={of}>
      {one =>
        COLUMNS.map(({ of: column, by }) => (
          <td key={column} class="money">
            <OwnerNumber {...{ by, column }} label={labels[column]} of={one} />
          </td>
        ))
      }
    </OwnersTable>
  );
}

interface OwnerNumberProps {
  readonly of: Owners[number];
  readonly column: (typeof COLUMNS)[number]['of'];
  readonly by: string;
  readonly label: string;
}

function OwnerNumber({ of, column, by, label }: OwnerNumberProps) {
  const { owner } = of;
  const what = said.of(owner ?? said.none, label);
  const size = of[column];
  const isSum = typeof size === 'object';
  const shown: ComponentChildren = isSum ? <Amounts of={size} /> : say.count(size);
  return (
    <Listed
      asks={{ type: 'listChanged', figure: { kind: 'owner', owner, of: column }, words: what }}
      says={words.frame.showDeals(what)}
      by={by}
      isNone={isSum ? !Object.keys(size).length : !size}
    >
      {shown}
    </Listed>
  );
}
