import type MarkdownIt from 'markdown-it';
import { commands, l10n, Uri, workspace } from 'vscode';
import { dealOf, match } from '../core/deal/entry';
import { textThatCounts } from '../core/deal/dealOfSides';
import { readDeal } from '../core/deal/readDeal';
import type { Deal } from '../core/deal/deal';
import { withGit } from '../core/deal/withGit';
import { moneyIn } from '../core/moneyFormat';
import { othersOfAccount } from '../core/pipeline/othersOfAccount';
import { isDealPath } from '../core/pipeline/paths';
import type { Pipeline } from '../core/pipeline/pipeline';
import { rememberedByName } from '../core/remember';
import { searchable } from '../core/text/searchable';
import { Disposables } from '../disposables';
import type { ShownFolder } from '../files/editor/travel/shownFolder';
import type { ShownPipelines } from '../files/editor/travel/shownPipelines';
import type { Moment } from '../files/editor/travel/travel';
import type { Pipelines } from '../files/pipelines';
import { Timer } from '../timer';
import { asOfHtml, attentionHtml, cardHtml } from './cardHtml';
import { cardOf } from './card';
import { followLinks, linksOf } from './links';
import { sidesInWords } from '../words/conflict';
import { sentenceOf } from '../words/sentence';

/** A pipeline of which a preview has shown a text of then, so that it keeps its card when something else is looked at. */
interface SeenThen extends Pick<Moment, 'words' | 'day'> {
  readonly folder: ShownFolder;
}

/** More previews than anybody has open. */
const MOST = 30;

/** A new day, or a process that is read, changes many files at once: it is one reason to draw the previews again. */
const GATHER_MS = 200;

const TOKEN = 'deal_card';

/** What VS Code asks of an extension that adds to its Markdown preview. */
export interface Preview extends Disposables {
  readonly extendMarkdownIt: (markdownIt: MarkdownIt) => MarkdownIt;
}

/**
 * A card above a deal in the built-in Markdown preview: where it stands, and what is to be done.
 *
 * @param looked the pipelines as they are shown: the texts of then have a card too
 * @param id of this extension
 */
export function registerPreview(pipelines: Pipelines, looked: ShownPipelines, id: string): Preview {
  const disposables = new Disposables();
  disposables.add(followLinks(pipelines));
  const searched = rememberedByName(searchable);
  /** The texts of the files by their tokens, which are sent to another process and so are to be small. */
  const texts = new WeakMap<object, string>();
  /** What the latest previews have shown, by the address of the file. */
  const shown = new Map<string, { readonly text: string; readonly html: string }>();
  /** Of which point the texts of then are, by their addresses. */
  const seen = new Map<string, SeenThen>();

  const thenOf = (uri: Uri): SeenThen | undefined => {
    const key = uri.toString();
    const [folder, at] = [looked.folderOf(uri), looked.travel.at];
    if (!folder || !at) return seen.get(key);
    seen.delete(key);
    seen.set(key, { folder, words: at.words, day: at.day });
    if (seen.size > MOST) seen.delete(seen.keys().next().value!);
    return seen.get(key);
  };

  const htmlOf = (uri: Uri, text: string): string => {
    const now = pipelines.folderOf(uri);
    const then = now ? undefined : thenOf(uri);
    const folder = now ?? then?.folder;
    const path = folder?.pathOf(uri);
    if (!folder || path === undefined || !isDealPath(path)) return '';
    const { pipeline } = folder;
    const { process, currencies } = pipeline;
    // Once git was asked, each redraw has what it knows.
    if (now) pipelines.git.want(now);
    const entry = withGit(readDeal(path, text, process), dealOf(pipeline.get(path))?.inGit);
    return match(entry, {
      deal: ({ deal }) =>
        (then ? asOfHtml(l10n.t('As of {0}, not now', then.words)) : '') +
        conflictHtml(deal, pipeline) +
        cardHtml(
          cardOf(deal, {
            process,
            currencies,
            today: then?.day ?? pipelines.today,
            text: textThatCounts(text, deal),
            others: othersOfAccount(deal, pipeline.deals(), searched),
            links: then ? {} : linksOf(uri, id),
            isTableWanted: isTableWanted(uri),
          }),
        ),
      attention: ({ problem }) =>
        attentionHtml(l10n.t('Needs attention, line {0}:', problem.line), sentenceOf(problem)),
      note: () => '',
    });
  };

  const redraw = disposables.add(
    new Timer(GATHER_MS, () => {
      let isOld = false;
      for (const [key, { text, html }] of shown) {
        const now = htmlOf(Uri.parse(key), text);
        isOld ||= now !== html;
        shown.set(key, { text, html: now });
      }
      if (isOld) void commands.executeCommand('markdown.preview.refresh');
    }),
  );
  disposables.add(looked.travel.onDidChange(() => shown.size && redraw.start()));
  disposables.add(pipelines.onDidChange(() => shown.size && redraw.start()));
  disposables.add(pipelines.onDidChangeFolders(() => shown.size && redraw.start()));

  const extendMarkdownIt = (markdownIt: MarkdownIt): MarkdownIt => {
    markdownIt.core.ruler.push(TOKEN, state => {
      if (state.inlineMode) return;
      const token = new state.Token(TOKEN, '', 0);
      texts.set(token, state.src);
      state.tokens.unshift(token);
    });
    markdownIt.renderer.rules[TOKEN] = (tokens, index, _options, { currentDocument }) => {
      const text = texts.get(tokens[index]!);
      if (!(currentDocument instanceof Uri) || text === undefined) return '';
      pipelines.inFront.draw(currentDocument);
      if (!/^\uFEFF?---/.test(text)) return '';
      const key = currentDocument.toString();
      const html = htmlOf(currentDocument, text);
      shown.delete(key);
      shown.set(key, { text, html });
      if (shown.size > MOST) shown.delete(shown.keys().next().value!);
      return html;
    };
    return markdownIt;
  };
  return Object.assign(disposables, { extendMarkdownIt });
}

/** What is to be settled, above the card of the side that counts. */
function conflictHtml(deal: Deal, { process, currencies }: Pipeline): string {
  if (!deal.conflict) return '';
  const line = l10n.t('In conflict, line {0}:', deal.conflict.line);
  return attentionHtml(line, sidesInWords(deal, process, moneyIn(currencies)));
}

/** Newer VS Codes show the front matter as a table, which a card makes superfluous; whoever has chosen how keeps it. */
function isTableWanted(uri: Uri): boolean {
  const chosen = workspace.getConfiguration('markdown', uri).inspect('preview.frontMatter');
  return [chosen?.globalValue, chosen?.workspaceValue, chosen?.workspaceFolderValue].some(
    value => value !== undefined,
  );
}
