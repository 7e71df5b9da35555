import { useChanges } from '../../changesContext';
import { words } from '../../words';
import { ChangedOwners } from './ChangedOwners';
import { Kinds } from './Kinds';
import { PaceTable } from './PaceTable';
import { Since } from './Since';
import { Slipped } from './Slipped';

/** What slipped, what changed since a point that the person chooses, and how fast the quarter is. */
export function ChangesTab() {
  const shown = useChanges();
  if (!shown) {
    return (
      <p class="note working" role="status">
        {words.changes.working}
      </p>
    );
  }
  const { changes, isOutdated } = shown;
  const { between, slips, pace } = changes;
  return (
    <div class="what-changed" aria-busy={isOutdated}>
      <Slipped of={slips} />
      <Since of={changes} />
      {between.kind === 'compared' && <Kinds of={between.groups} />}
      {between.kind === 'compared' && <ChangedOwners of={between.owners} />}
      <PaceTable of={pace} />
    </div>
  );
}
