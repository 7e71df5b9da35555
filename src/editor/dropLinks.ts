import {
  DocumentDropEdit,
  DocumentDropOrPasteEditKind,
  l10n,
  languages,
  Uri,
  type DataTransfer,
  type Disposable,
  type TextDocument,
} from 'vscode';
import { markdownLink } from '../core/escape';
import { relativePath } from '../core/relativePath';
import { DEAL_LINKS } from '../ids';

const KIND = DocumentDropOrPasteEditKind.Empty.append('markdown', 'link', 'deal');

/** Deals that are dropped into a Markdown text become links with their titles, one on a line. */
export function registerDropLinks(): Disposable {
  return languages.registerDocumentDropEditProvider(
    { language: 'markdown' },
    {
      provideDocumentDropEdits: async (document, _, data) => {
        const links = await linksIn(data, document);
        if (!links.length) return undefined;
        const edit = new DocumentDropEdit(links.join('\n'), l10n.t('Insert Link to Deal'), KIND);
        return [edit];
      },
    },
    { dropMimeTypes: [DEAL_LINKS], providedDropEditKinds: [KIND] },
  );
}

async function linksIn(data: DataTransfer, { uri: from }: TextDocument): Promise<string[]> {
  const dragged: unknown = JSON.parse((await data.get(DEAL_LINKS)?.asString()) ?? '[]');
  if (!Array.isArray(dragged)) return [];
  return dragged.flatMap((one: { title?: unknown; uri?: unknown }) => {
    if (typeof one?.title !== 'string' || typeof one.uri !== 'string') return [];
    const to = Uri.parse(one.uri, true);
    const isNear = to.scheme === from.scheme && to.authority === from.authority;
    return isNear ? [markdownLink(one.title, relativePath(from.path, to.path))] : [];
  });
}
