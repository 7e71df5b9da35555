import { env, l10n, ProgressLocation, window, workspace, type QuickPickItem } from 'vscode';
import type { Address } from '../actions/address';
import { backfill, tryBackfill, type BackfillTried } from '../actions/backfill';
import type { Git } from '../actions/ports/git';
import type { HistoryEvent } from '../core/deal/deal';
import { plainText, withoutIcons, withoutLinks } from '../core/escape';
import { toAddress, toUri } from '../files/editor/addresses';
import { pickFolder } from '../files/editor/pickFolder';
import type { PipelineFolder } from '../files/pipelineFolder';
import type { Pipelines } from '../files/pipelines';
import { historyGap } from '../words/en/historyGap';
import { pastWords } from '../words/past';
import { lineSaid } from '../words/pastLines';
import { shortDate } from '../words/row';
import { sentence } from '../words/sentence';
import type { Changes } from './changes';
import { HistoryPreview } from './historyPreview';
import { asField } from './report';

type Tried = Extract<BackfillTried, { kind: 'tried' }>;

/** Writes into the files of a pipeline what only git knows of the deals’ moves and outcomes; each is shown first. */
export async function writeHistory(
  pipelines: Pipelines,
  changes: Changes,
  git: Pick<Git, 'factsOf'>,
): Promise<void> {
  const folders = pipelines.folders.filter(({ uri }) => uri.scheme === 'file');
  if (!folders.length) tell(l10n.t('There is no pipeline on this computer’s disk.'));
  const folder = await pickFolder(folders, l10n.t('Write History into Files'));
  if (!folder) return;
  const open = { folder: toAddress(folder.uri), pipeline: folder.pipeline };
  const asked = workspace.isTrusted ? git : UNTRUSTED;
  const tried = await window.withProgress(
    { location: ProgressLocation.Window, title: l10n.t('Reading what git knows…') },
    () => tryBackfill(changes.workspace, open, asked),
  );
  if (tried.kind === 'refused') return tell(sentence(tried.why));
  if (tried.gap) void window.showWarningMessage(withoutLinks(historyGap(tried.gap)));
  if (tried.kind === 'notRead') return;
  const { done, refused } = tried.result;
  if (!done.length && !refused.length) return tell(l10n.t('Git knows nothing that is missing in the files.'));
  const picked = done.length ? await pick(folder, tried, pipelines.today) : [];
  if (!picked) return;
  // Those that are left are told with the reason, as after any change.
  const files = [...picked, ...refused.map(({ file }) => file)];
  await changes.make(files.map(toUri), {
    act: (space, named) => backfill(space, named, tried.facts),
    wordsOf: ({ plan }) => pastWords('en').lines(plan.lines.length),
    sentence: asField,
  });
}

const UNTRUSTED: Pick<Git, 'factsOf'> = {
  factsOf: () => Promise.resolve({ known: undefined, gap: 'untrusted' }),
};

interface BackfillItem extends QuickPickItem {
  readonly file: Address;
}

/** Which deals, with all lines below it, while the files stand in an editor as they would be. */
async function pick(
  folder: PipelineFolder,
  { result }: Tried,
  today: Pipelines['today'],
): Promise<readonly Address[] | undefined> {
  const { process } = folder.pipeline;
  const words = pastWords('en');
  const said = (line: HistoryEvent) =>
    `${shortDate(line.on, { today, language: env.language })} ${lineSaid(line, process, words)}`;
  const items = result.done.map(({ file, plan: { title, lines } }): BackfillItem => ({
    label: withoutIcons(plainText(title, 80)),
    description: words.lines(lines.length),
    detail: withoutIcons(plainText(lines.map(said).join(' · '), 200)),
    picked: true,
    file,
  }));
  const title = l10n.t('Write History into Files');
  const preview = new HistoryPreview(title, result.units.flat());
  try {
    await preview.show();
    const picked = await window.showQuickPick(items, {
      ...{ title, canPickMany: true, matchOnDetail: true, ignoreFocusOut: true },
      placeHolder: l10n.t('Into which deals? The changes are shown in the editor.'),
    });
    return picked?.length ? picked.map(({ file }) => file) : undefined;
  } finally {
    await preview.close();
  }
}

function tell(text: string): void {
  void window.showInformationMessage(withoutLinks(text));
}
