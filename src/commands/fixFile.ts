import { commands, l10n, QuickPickItemKind, window, type QuickPickItem, type Uri } from 'vscode';
import { replaceOffered } from '../actions/replaceOffered';
import { diagnose, type Patient } from '../core/deal/fixes/fixes';
import type { NewAlias } from '../core/deal/fixes/stageFixes';
import type { Fix } from '../core/deal/fixes/fix';
import { titleOf } from '../core/deal/entry';
import { plainText, withoutIcons, withoutLinks } from '../core/escape';
import { isSerious, type Problem } from '../core/problem';
import { applyEdits, replacing } from '../core/textEdit';
import { PROCESS_FILE } from '../core/process/processFile';
import { toAddress } from '../files/editor/addresses';
import type { Pipelines } from '../files/pipelines';
import { PRIVATE_COMMANDS } from '../ids';
import { sentence, sentenceOf } from '../words/sentence';
import { waysByCommand, type WayByCommand } from '../waysByCommand';
import { addAlias } from './addAlias';
import type { Changes } from './changes';
import { fileMeant } from './fileMeant';

/** A row of the list: a fix, and what it makes of the text. */
interface FixItem extends QuickPickItem {
  readonly fix?: Fix;
  readonly alias?: NewAlias;
  readonly way?: WayByCommand;
}

/** Lists the fixes that are offered for a file, each with what it would do, and makes the one that is picked. */
export async function fixFile(
  pipelines: Pipelines,
  changes: Changes,
  args: readonly unknown[],
): Promise<void> {
  const meant = await fileMeant(pipelines, args);
  if (!meant) return;
  const { uri, folder, path } = meant;
  const reading = await changes.workspace.files.read(toAddress(uri));
  if ('problem' in reading) return tell(uri, reading.problem);
  const { text } = reading;
  const { process } = folder.pipeline;
  const { problems, fixesOf, aliasFor } = diagnose({
    path,
    text,
    process,
    today: pipelines.today,
    ...(await commands.executeCommand<Pick<Patient, 'alike' | 'copy'>>(PRIVATE_COMMANDS.likeFile, uri)),
  });
  const sorted = problems.toSorted((a, b) => Number(isSerious(b)) - Number(isSerious(a)));
  const items = sorted.flatMap(problem =>
    itemsOf(problem, fixesOf(problem), text, aliasFor(problem), waysByCommand(problem, uri, folder)),
  );
  if (!items.length) return tell(uri, sorted.find(isSerious));
  const entry = folder.pipeline.get(path);
  const title = entry ? titleOf(entry) : path;
  const picked = await window.showQuickPick(items, {
    title: l10n.t('Fix {0}', withoutIcons(plainText(title, 60))),
    placeHolder: l10n.t('Pick what it should say'),
    matchOnDetail: true,
  });
  if (picked?.alias) await addAlias(pipelines, changes, uri, picked.alias);
  if (picked?.way) await commands.executeCommand(picked.way.command, ...picked.way.args);
  if (picked?.fix) await make(changes, uri, { title, text, fix: picked.fix });
}

/** A fix as it was offered. */
interface Chosen {
  readonly title: string;
  readonly text: string;
  readonly fix: Fix;
}

async function make(changes: Changes, uri: Uri, { title, text, fix }: Chosen): Promise<void> {
  await changes.make([uri], {
    act: (workspace, files) => replaceOffered(workspace, files, { title, text, edits: fix.edits }),
    wordsOf: () => sentence(fix.says),
    sentence: (who, words) => l10n.t('Fixed: {0} ({1})', who, words),
  });
}

function itemsOf(
  problem: Problem,
  fixes: readonly Fix[],
  text: string,
  alias: NewAlias | undefined,
  ways: readonly WayByCommand[],
): FixItem[] {
  if (!fixes.length && !alias && !ways.length) return [];
  const heading = l10n.t('Line {0}: {1}', problem.line, sentenceOf(problem));
  return [
    { label: withoutIcons(plainText(heading, 120)), kind: QuickPickItemKind.Separator },
    ...fixes.map(fix => ({
      label: withoutIcons(sentence(fix.says)),
      detail: withoutIcons(inShort(text, fix)),
      fix,
    })),
    ...(alias ? [aliasItem(alias)] : []),
    ...ways.map(way => ({ label: withoutIcons(way.title), way })),
  ];
}

function aliasItem(alias: NewAlias): FixItem {
  return {
    label: l10n.t('Make “{0}” an Alias of a Stage…', withoutIcons(plainText(alias.name, 60))),
    detail: l10n.t('Adds it to {0}, for all deals.', PROCESS_FILE),
    alias,
  };
}

/** What a fix makes of the text: `stage: propsal → stage: proposal`. */
function inShort(text: string, { edits }: Fix): string {
  const [edit] = replacing(text, applyEdits(text, edits));
  if (!edit) return '';
  const lines = (some: string) =>
    some
      .split(/\r?\n/)
      .map(line => line.trim())
      .filter(line => line)
      .join(' ⏎ ');
  const [before, after] = [lines(text.slice(edit.start, edit.end)), lines(edit.text)];
  if (!before) return plainText(l10n.t('Adds {0}', after), MOST_SHOWN);
  if (!after) return plainText(l10n.t('Removes {0}', before), MOST_SHOWN);
  return `${plainText(before, MOST_SHOWN / 2)} → ${plainText(after, MOST_SHOWN / 2)}`;
}

/** Of a row, in characters. */
const MOST_SHOWN = 160;

/** No fix can be offered: what is wrong, if something is, and the way there. */
async function tell(uri: Uri, problem: Problem | undefined): Promise<void> {
  if (!problem) {
    void window.showInformationMessage(l10n.t('Nothing to fix in this file.'));
    return;
  }
  const open = l10n.t('Open File');
  const message = l10n.t('No fix can be offered here. Line {0}: {1}', problem.line, sentenceOf(problem));
  if ((await window.showWarningMessage(withoutLinks(message), open)) === open)
    await window.showTextDocument(uri, { preview: false });
}
