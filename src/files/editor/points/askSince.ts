import { l10n } from 'vscode';
import type { SnapshotsOf } from '../../../actions/ports/snapshots';
import type { Pipelines } from '../../pipelines';
import type { ChosenPoint } from './chosenPoint';
import { pointSources } from './pointSources';

/** Asks the person since when changes are to be shown. @returns whether they said */
export async function askSince(
  chosen: ChosenPoint,
  { folders, today }: Pick<Pipelines, 'folders' | 'today'>,
  snapshotsOf: SnapshotsOf,
): Promise<boolean> {
  const { choosePoint } = await import('./choosePoint');
  const asked = { title: l10n.t('Changes Since'), question: l10n.t('Since when?'), current: chosen.name };
  const name = await choosePoint(asked, today, async () => {
    const all = await Promise.all(folders.map(folder => pointSources(folder, today, snapshotsOf)));
    return all.flatMap(one => ('today' in one ? [one] : []));
  });
  if (name !== undefined) chosen.set(name);
  return name !== undefined;
}
