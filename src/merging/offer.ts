import { l10n, window, type Memento } from 'vscode';
import type { GitSurroundings } from '../git/environment';
import { DRIVER } from '../git/mergeDriver/driverLine';
import { mend, type DriverParts } from '../git/mergeDriver/setUp';
import { hasSeveralAuthors, mergeState } from '../git/mergeDriver/state';
import { setUpAndTell } from './setUpAndTell';

/** The folders whose person was asked. */
const ASKED = 'merging.asked';

/**
 * Brings what was set up for a pipeline up to date, in silence; where it wasn't, offers it once, if the team has it or
 * several people change the deals, or if git can merge nothing.
 *
 * @throws GitFailed where git is not there or refuses; the system's error where a file cannot be written
 */
export async function mendOrOffer(
  folder: string,
  memento: Memento,
  surroundings: GitSurroundings,
  parts: DriverParts,
): Promise<void> {
  await mend(folder, surroundings, parts);
  const asked = memento.get<readonly string[]>(ASKED, []);
  if (asked.includes(folder)) return;
  const message = await reasonToAsk(folder, surroundings);
  if (message === undefined) return;
  await memento.update(ASKED, [...asked, folder]);
  const yes = l10n.t('Set Up');
  if ((await window.showInformationMessage(message, yes)) === yes)
    await setUpAndTell(folder, surroundings, parts);
}

async function reasonToAsk(folder: string, surroundings: GitSurroundings): Promise<string | undefined> {
  const state = await mergeState(folder, surroundings);
  if (state?.here === 'lineMissing' && state.named === DRIVER)
    return l10n.t('Git can’t merge deals here: this clone’s settings name a driver without its command.');
  if (state?.here !== 'nothing') return undefined;
  if (state.named === DRIVER)
    return l10n.t('Your team has git merge deals field by field. This clone isn’t set up for it yet.');
  // Somebody has chosen another way.
  if (state.named !== undefined || !(await hasSeveralAuthors(folder, surroundings))) return undefined;
  return l10n.t(
    'Several people change these deals. Git can merge them field by field, so that fewer conflicts are left to you.',
  );
}
