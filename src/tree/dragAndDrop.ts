import {
  commands,
  DataTransferItem,
  l10n,
  Uri,
  window,
  type DataTransfer,
  type TreeDragAndDropController,
} from 'vscode';
import { plainText, withoutLinks } from '../core/escape';
import { isDealFile } from '../core/pipeline/paths';
import { isStageId } from '../core/process/stages';
import { LETTER_TYPES, lettersIn, type Letter } from '../files/editor/letters';
import type { NamedTable } from '../files/editor/tablesIn';
import { PAST_SCHEME } from '../files/editor/points/pastTexts';
import type { ShownPipelines } from '../files/editor/travel/shownPipelines';
import { COMMANDS, DEAL_LINKS, PRIVATE_COMMANDS, VIEWS } from '../ids';
import type { AgendaNode, DealNode, MoreNode, Node } from './nodes';

const URI_LIST = 'text/uri-list';
const mimeTypeOf = (view: string) => `application/vnd.code.tree.${view.toLowerCase()}`;

/** Deals are dragged into the editors, which opens them, and into a text, which links them. */
export class DealDrag<T extends Node | AgendaNode> implements TreeDragAndDropController<T> {
  readonly dragMimeTypes = [URI_LIST, DEAL_LINKS];
  readonly dropMimeTypes: readonly string[] = [];

  handleDrag(nodes: readonly T[], data: DataTransfer): void {
    const deals = nodes.filter((node: Node | AgendaNode) => node.kind === 'deal') as DealNode[];
    if (!deals.length) return;
    const uris = deals.map(({ uri }) => uri.toString());
    data.set(URI_LIST, new DataTransferItem(uris.join('\r\n')));
    // A link leads to a file, and not to what stood in it.
    if (deals.some(({ uri }) => uri.scheme === PAST_SCHEME)) return;
    const links = deals.map(({ deal }, at) => ({ title: deal.title, uri: uris[at] }));
    data.set(DEAL_LINKS, new DataTransferItem(JSON.stringify(links)));
  }
}

/**
 * And to a stage, to Won or to Lost, where the same happens as by the commands; a mail or an invitation to the deal that it is about;
 * a table anywhere.
 */
export class PipelineDrag extends DealDrag<Node> {
  override readonly dropMimeTypes = [mimeTypeOf(VIEWS.pipeline), mimeTypeOf(VIEWS.agenda), ...LETTER_TYPES];

  constructor(private readonly pipelines: ShownPipelines) {
    super();
  }

  async handleDrop(row: Node | undefined, data: DataTransfer): Promise<void> {
    const target = row?.kind === 'more' ? row.of : row;
    const group = target?.kind === 'group' || target?.kind === 'deal' ? target.group : undefined;
    const letters = await lettersIn(data);
    if (letters.length) return logIn(target, letters);
    const { tablesIn } = await import('../files/editor/tablesIn');
    const tables = await tablesIn(data);
    if (tables.length) return importDropped(target, tables);
    const dragged = await data.get(URI_LIST)?.asString();
    const uris = dragged?.split(/\r?\n/).map(uri => Uri.parse(uri, true)) ?? [];
    const strange = strangeIn(data, uris);
    if (strange !== undefined) return sayWhatCanBeDropped(strange);
    if (!group || !uris.length || this.pipelines.travel.refuses()) return;
    if (uris.some(uri => this.pipelines.folderOf(uri) !== target!.folder)) {
      const message = l10n.t(
        'A deal belongs to the pipeline whose folder holds its file. Move the file to move the deal.',
      );
      void window.showInformationMessage(message);
      return;
    }
    if (isStageId(group) || group === 'won' || group === 'lost') {
      await commands.executeCommand(PRIVATE_COMMANDS.moveTo, uris, group);
      return;
    }
    const byStage = l10n.t('Group by Stage');
    const message = l10n.t('You can drop deals on stages, on Won and on Lost.');
    const answer = await window.showInformationMessage(message, byStage);
    if (answer) await commands.executeCommand(COMMANDS.groupBy, 'stage');
  }
}

/** What a file is called that can be none of a deal; from other programs without an address, no file can. */
function strangeIn(data: DataTransfer, uris: readonly Uri[]): string | undefined {
  if (!uris.length) return [...data].map(([, item]) => item.asFile()?.name).find(name => name !== undefined);
  const names = uris.map(({ path }) => path.slice(path.lastIndexOf('/') + 1));
  return names.find(name => !isDealFile(name));
}

function sayWhatCanBeDropped(name: string): void {
  const message = l10n.t(
    '{0} can’t be dropped here. Tables (.csv, .xlsx) can, and on a deal mails (.eml) and invitations (.ics).',
    plainText(name, 80),
  );
  void window.showInformationMessage(withoutLinks(message));
}

async function logIn(target: Node | undefined, letters: readonly Letter[]): Promise<void> {
  if (target?.kind === 'deal')
    await commands.executeCommand(PRIVATE_COMMANDS.logLetters, target.uri, letters);
  else
    void window.showInformationMessage(l10n.t('Drop a mail or an invitation on the deal that it’s about.'));
}

async function importDropped(
  target: Exclude<Node, MoreNode> | undefined,
  [table, other]: readonly NamedTable[],
): Promise<void> {
  if (other) void window.showInformationMessage(l10n.t('Drop one table after the other.'));
  else await commands.executeCommand(COMMANDS.importDeals, { ...table, folder: target?.folder });
}
