import { l10n, type Uri } from 'vscode';
import { nameOf } from './actions/address';
import { plainText } from './core/escape';
import { ownName } from './core/frontMatter/keyNames';
import { otherStageKey } from './core/pipeline/otherStageKey';
import { nameMeant } from './core/pipeline/paths';
import type { Problem, ProblemCode } from './core/problem';
import type { PipelineFolder } from './files/pipelineFolder';
import { COMMANDS, PRIVATE_COMMANDS, type CommandId } from './ids';

/** A way out of a problem that is no change of the text: a command with what it is given. */
export interface WayByCommand {
  readonly title: string;
  readonly command: string;
  readonly args: readonly unknown[];
}

/** Where only a person knows what to write, the command that asks for it. */
const COMMANDS_FOR: Partial<Record<ProblemCode, readonly [CommandId, string]>> = {
  'conflict-markers': [COMMANDS.resolveConflict, l10n.t('Resolve Conflict…')],
  'close-date-past': [COMMANDS.setCloseDate, l10n.t('Set Close Date…')],
  'no-next-step': [COMMANDS.setNextStep, l10n.t('Set Next Step…')],
  'pushed-often': [COMMANDS.setCloseDate, l10n.t('Set Close Date…')],
  'no-value': [COMMANDS.setValue, l10n.t('Set Value…')],
  'no-answer': [COMMANDS.logActivity, l10n.t('Log…')],
  'invalid-value': [COMMANDS.setValue, l10n.t('Set Value…')],
};

/** The same for fields that are missing. */
const COMMANDS_FOR_FIELDS: Readonly<Record<string, readonly [CommandId, string]>> = {
  close_date: COMMANDS_FOR['close-date-past']!,
  next_step: COMMANDS_FOR['no-next-step']!,
  next_step_on: COMMANDS_FOR['no-next-step']!,
  owner: [COMMANDS.setOwner, l10n.t('Set Owner…')],
  account: [COMMANDS.setAccount, l10n.t('Set Account…')],
  source: [COMMANDS.setSource, l10n.t('Set Source…')],
  value: COMMANDS_FOR['invalid-value']!,
};

/** The ways out of a problem that are commands: of the light bulb and of **Fix…** alike. */
export function waysByCommand(
  { code, meant, other, severity }: Problem,
  uri: Uri,
  folder: PipelineFolder,
): WayByCommand[] {
  if (other !== undefined && (code === 'duplicate-deal' || code === 'copied-file')) {
    const files = [folder.uriOf(other), uri];
    const names = files.map(({ path }) => nameOf(path)).join(' ↔ ');
    const compare = { title: l10n.t('Compare Both Files'), command: 'vscode.diff', args: [...files, names] };
    if (code === 'duplicate-deal') return [compare];
    const title = l10n.t('Move This Copy to the Bin');
    const merge = {
      title: l10n.t('Compare and Merge with Original…'),
      command: PRIVATE_COMMANDS.mergeCopy,
      args: [uri, folder.uriOf(other)],
    };
    return [compare, merge, { title, command: PRIVATE_COMMANDS.removeCopy, args: [uri] }];
  }
  const name = code === 'misnamed-deal-file' ? nameMeant(uri.path)?.to : undefined;
  if (name !== undefined) {
    const title = l10n.t('Rename to “{0}”', plainText(name, 100));
    return [{ title, command: PRIVATE_COMMANDS.nameAsDeal, args: [uri] }];
  }
  // What fixes one note would have to be done to each: this reads all of them as they are.
  if (code === 'near-key' && severity === 'error' && otherStageKey(folder.pipeline))
    return [{ title: l10n.t('Adopt Notes…'), command: COMMANDS.adoptNotes, args: [folder.uri] }];
  if (code !== 'missing-field') {
    const [command, title] = COMMANDS_FOR[code] ?? [];
    // A line that is left of a conflict is none any more.
    if (command === COMMANDS.resolveConflict && severity !== 'error') return [];
    return command ? [{ title: title!, command, args: [uri] }] : [];
  }
  const key = meant![0]!;
  const [command, title] = Object.hasOwn(COMMANDS_FOR_FIELDS, key) ? COMMANDS_FOR_FIELDS[key]! : [];
  if (command) return [{ title: title!, command, args: [uri] }];
  const words = l10n.t('Write “{0}”', plainText(ownName(folder.pipeline.process.fields, key), 60));
  return [{ title: words, command: PRIVATE_COMMANDS.missingFields, args: [uri, key] }];
}
