import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Settings for a VS Code that shows the extension and nothing that opens by itself. Keys unknown to a version do no harm. */
export const calm = {
  'workbench.startupEditor': 'none',
  'workbench.welcomePage.walkthroughs.openOnInstall': false,
  'workbench.tips.enabled': false,
  'workbench.enableExperiments': false,
  'workbench.reduceMotion': 'on',
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.layoutControl.enabled': false,
  'window.commandCenter': false,
  'window.autoDetectHighContrast': false,
  'chat.disableAIFeatures': true,
  'chat.commandCenter.enabled': false,
  'telemetry.telemetryLevel': 'off',
  'update.mode': 'none',
  'update.showReleaseNotes': false,
  'extensions.autoCheckUpdates': false,
  'extensions.autoUpdate': false,
  'extensions.ignoreRecommendations': true,
  'security.workspace.trust.enabled': false,
  'git.autofetch': false,
  'git.openRepositoryInParentFolders': 'never',
};

/** What an editor draws around a text, and again and again: work for those who look, and nobody looks at tests. */
export const plain = {
  'editor.cursorBlinking': 'solid',
  'editor.minimap.enabled': false,
  'editor.occurrencesHighlight': 'off',
  'editor.stickyScroll.enabled': false,
  'breadcrumbs.enabled': false,
};

/**
 * Writes the settings of the user whose VS Code keeps its things in `home`.
 * @param {string} home
 * @param {Record<string, unknown>} [more]
 */
export async function writeSettings(home, more = {}) {
  const folder = join(home, 'user', 'User');
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, 'settings.json'), JSON.stringify({ ...calm, ...more }, undefined, 2));
}
