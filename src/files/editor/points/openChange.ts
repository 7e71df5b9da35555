import { l10n, type Command, type Uri } from 'vscode';
import type { ComparedPoints } from '../../../actions/changes/compare';
import { latestOf, type Across } from '../../../core/changes/across';
import { plainText } from '../../../core/escape';
import type { PipelineFolder } from '../../pipelineFolder';
import { pastUri } from './pastTexts';

/** The second point, where that is not now: in words, and the pipeline as it was then. */
export interface Later {
  readonly words: string;
  readonly folder: Pick<PipelineFolder, 'uriOf'>;
}

/**
 * What shows the change of a deal: its file as it was beside the one it is; the file alone where there is only one of the two.
 *
 * @param since the first point in words
 */
export function openChange(
  folder: PipelineFolder,
  { versionsOf }: Pick<ComparedPoints, 'versionsOf'>,
  across: Across,
  since: string,
  later?: Later,
): Command | undefined {
  const { before, last } = versionsOf(across);
  const old = last ?? before;
  const title = plainText(latestOf(across).title, 80);
  const was = old && pastUri(folder, old);
  const uri = across.after === undefined ? undefined : (later?.folder ?? folder).uriOf(across.path);
  if (uri && was) {
    const name = later
      ? l10n.t('{0} ({1} ↔ {2})', title, since, later.words)
      : l10n.t('{0} ({1} ↔ now)', title, since);
    return command('vscode.diff', l10n.t('Open Changes'), [was, uri, name, { preview: true }]);
  }
  const only = uri ?? was;
  return only && openOnly(only, uri ? undefined : l10n.t('{0} (removed)', title));
}

function openOnly(uri: Uri, label?: string): Command {
  return command('vscode.open', l10n.t('Open'), [uri, { preview: true }, label]);
}

function command(id: string, title: string, args: unknown[]): Command {
  return { command: id, title, arguments: args };
}
