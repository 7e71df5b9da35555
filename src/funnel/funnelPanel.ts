import { commands, env, l10n, Range, Uri, window, type Disposable, type WebviewPanel } from 'vscode';
import { dealOf, toBeSettled } from '../core/deal/entry';
import { plainText, withoutLinks } from '../core/escape';
import type { PickedDeals } from '../core/filter/table';
import { dealsBehind } from '../core/metrics/dealsBehind';
import type { Figure } from '../core/metrics/figure';
import type { ReportQuestion } from '../core/metrics/question';
import { reasonOf } from '../core/problem';
import type { SortKey } from '../core/process/view';
import { Disposables } from '../disposables';
import { askSince } from '../files/editor/points/askSince';
import type { ShownFolder } from '../files/editor/travel/shownFolder';
import type { ShownPipelines } from '../files/editor/travel/shownPipelines';
import { wholeFirst } from '../files/editor/wholeFirst';
import { COMMANDS, PRIVATE_COMMANDS } from '../ids';
import { Timer } from '../timer';
import { isFromPage, type FromPage, type NoDeals } from '../shared/fromPage';
import type { FunnelQuestion } from '../shared/funnelQuestion';
import type { FunnelSheet } from '../shared/funnelSheet';
import type { Tab } from '../shared/tabs';
import type { FunnelContent, ToPage } from '../shared/toPage';
import { pageHtml } from './html';
import { copyReport, saveAs } from './exports';
import { titleShown } from './changesSheet';
import { askedAtFirst, ofOwner, ownerIn, type LookOfViews } from './ownerInViews';
import { PageChanges, presentOf, type PagePast } from './pageChanges';
import { pickDeal, pickFile, type GoneDeal } from './pickDeal';
import { questionFor } from './sheet';
import { shownAs } from './shownAs';
import { workOut } from './workOut';
import { sentenceOf } from '../words/sentence';

/** How long changes are gathered before the figures are worked out again. */
const GATHER_MS = 100;

/** What the deals behind a figure are listed by, where it is not their value: the one that one looks for comes first. */
const SORTS: Partial<Record<Figure['kind'], SortKey>> = {
  stays: 'days_in_stage',
  condition: 'days_in_stage',
  slipped: 'close_date',
  due: 'close_date',
};

/** What a page begins with: a new one, or one that is back after the window was loaded again. */
export interface OpenedPage {
  readonly pipeline?: string | undefined;
  /** Whose deals the views show, where nothing was asked for yet. */
  readonly asked?: FunnelQuestion | undefined;
  readonly tab?: Tab | undefined;
}

/** The funnel page in its panel: keeps it up to date and does what is asked for on it. */
export class FunnelPanel implements Disposable {
  private readonly disposables = new Disposables();
  private readonly update = this.disposables.add(new Timer(GATHER_MS, () => this.show()));
  /** While the editor loads the page, its figures are worked out. */
  private readonly ahead = this.disposables.add(
    new Timer(0, () => {
      if (!this.isReady) void this.content(this.folder);
    }),
  );
  /** The URI of the folder to show; where there is none such, the first is shown. */
  private chosen: string | undefined;
  /** Where a command leads, until the page was told. */
  private tab: Tab | undefined;
  private asked: FunnelQuestion;
  /** The last sheet, until something is different that it shows: a page that is back is drawn from it. */
  private worked: { readonly sheet: Promise<FunnelSheet>; readonly of: readonly unknown[] } | undefined;
  private showing: Promise<void> | undefined;
  private isStale = false;
  /** A page that is hidden is thrown away, and says that it is ready when it is back. */
  private isReady = false;
  private readonly changes: PageChanges;
  /** Pipelines that were read to their end once: reading them again is no reason to hide the figures. */
  private readonly known = new WeakSet<ShownFolder>();

  constructor(
    readonly panel: WebviewPanel,
    private readonly pipelines: ShownPipelines,
    private readonly extension: Uri,
    private readonly past: PagePast,
    views: LookOfViews,
    { pipeline, asked, tab }: OpenedPage = {},
  ) {
    this.chosen = pipeline;
    this.tab = tab;
    // A new session begins now, wherever the page was before.
    this.asked = asked ? { ...asked, asOf: null } : askedAtFirst(views);
    const { disposables } = this;
    this.follow(views);
    this.changes = disposables.add(
      new PageChanges(pipelines, past, message => void panel.webview.postMessage(message)),
    );
    disposables.add(panel.webview.onDidReceiveMessage(message => this.receive(message)));
    disposables.add(
      panel.onDidChangeViewState(() => {
        if (panel.visible) return;
        this.isReady = false;
        this.changes.see(false);
      }),
    );
    disposables.add(
      pipelines.onDidChange(({ folder }) => {
        if (folder !== this.folder) return;
        this.worked = undefined;
        this.update.start();
      }),
    );
    disposables.add(pipelines.onDidChangeFolders(() => this.update.start()));
    this.load();
    this.ahead.start();
  }

  /** Lets go of the panel. The panel itself stays: when the window is loaded again, it is to come back. */
  dispose(): void {
    this.isReady = false;
    this.disposables.dispose();
  }

  /** Brings a tab of the page to the front. */
  goTo(tab: Tab): void {
    this.tab = tab;
    this.update.now();
  }

  /** Whose deals the views show is whose the page shows, from when that changes until another choice is made here. */
  private follow(views: LookOfViews): void {
    let last = ownerIn(views);
    this.disposables.add(
      views.onDidChange(() => {
        const owner = ownerIn(views);
        // A list of the page that is shown in the view says nothing of whose deals the page is about.
        if (views.current.filter.picked || String(owner) === String(last)) return;
        last = owner;
        this.asked = ofOwner(this.asked, owner);
        this.update.start();
      }),
    );
  }

  private get folder(): ShownFolder | undefined {
    const { folders } = this.pipelines;
    return folders.find(({ uri }) => uri.toString() === this.chosen) ?? folders[0];
  }

  private load(): void {
    const { webview } = this.panel;
    const root = Uri.joinPath(this.extension, 'dist', 'webview');
    const address = (name: string) => webview.asWebviewUri(Uri.joinPath(root, name)).toString();
    webview.options = { enableScripts: true, localResourceRoots: [root] };
    this.panel.iconPath = {
      light: Uri.joinPath(this.extension, 'media', 'funnel-light.svg'),
      dark: Uri.joinPath(this.extension, 'media', 'funnel-dark.svg'),
    };
    webview.html = pageHtml({
      script: address('funnel.js'),
      style: address('funnel.css'),
      cspSource: webview.cspSource,
      nonce: crypto.randomUUID(),
      language: env.language,
    });
  }

  private receive(message: unknown): void {
    if (isFromPage(message)) void this.act(message);
    // eslint-disable-next-line no-console -- a bug of ours and nothing for people: it belongs in the log of the extension host
    else console.warn('Deal Notes: the funnel page sent a message that makes no sense.', message);
  }

  private async act(message: FromPage): Promise<void> {
    switch (message.type) {
      case 'ready':
        this.isReady = true;
        this.update.now();
        this.askGit();
        return;
      case 'ask':
        this.asked = { ...message.asked, asOf: null };
        this.update.now();
        return;
      case 'showAsOf': {
        const { travel } = this.pipelines;
        if (message.day === null || message.day === this.pipelines.realToday) travel.backToNow();
        else await travel.to(message.day);
        return;
      }
      case 'choosePipeline':
        if (this.pipelines.folders.some(({ uri }) => uri.toString() === message.id)) this.chosen = message.id;
        this.update.now();
        this.askGit();
        return;
      case 'newDeal':
        await commands.executeCommand(COMMANDS.newDeal);
        return;
      case 'setCall':
        await commands.executeCommand(COMMANDS.setForecastCall, this.folder?.uri);
        return;
      case 'createSample':
        await commands.executeCommand(COMMANDS.createSample);
        return;
      case 'readRest':
        await commands.executeCommand(COMMANDS.readRest);
        return;
      case 'openFile':
        await this.openFile(message.path);
        return;
      case 'list':
        await this.list(message);
        return;
      case 'seeChanges':
        this.changes.see(message.isSeen);
        return;
      case 'setSince':
        this.past.since.set(message.point);
        return;
      case 'chooseSince':
        await askSince(this.past.since, this.past.now, this.past.snapshotsOf);
        return;
      case 'listChanged':
        await this.listChanged(message);
        return;
      case 'openChange':
        await this.changes.open(message.path, message.isGone);
        return;
      case 'listFiles':
        await this.listFiles(message.of);
        return;
      case 'fix':
        await this.fix(message.path);
        return;
      case 'act':
        await this.runOn(message.path, COMMANDS[message.action]);
        return;
      case 'more':
        await this.runOn(message.path, PRIVATE_COMMANDS.moreFor);
        return;
      case 'tick':
        await this.tick(message.path, message.line);
        return;
      case 'save':
        if (this.folder && (await this.isWhole(this.folder, message.content !== '')))
          await saveAs(message, this.folder, this.question(this.folder), this.extension);
        return;
      case 'copy':
        if (this.folder && (await this.isWhole(this.folder)))
          await copyReport(this.folder, this.question(this.folder));
        return;
      default:
        message satisfies never;
    }
  }

  /**
   * What is sent on as a report says nothing of files that weren't read: they are read before.
   *
   * @param isDrawn the page has drawn it already, of those that were
   */
  private async isWhole(folder: ShownFolder, isDrawn = false): Promise<boolean> {
    if (!folder.isPartial || !isDrawn) return wholeFirst(this.past.now, [presentOf(folder)]);
    const readRest = l10n.t('Read the Rest');
    const message = l10n.t('Not saved: not all files have been read. Read the rest, then save again.');
    if ((await window.showInformationMessage(message, readRest)) === readRest)
      await commands.executeCommand(COMMANDS.readRest);
    return false;
  }

  /** Opens a file of the pipeline, and nothing else, whatever the page may ask for. */
  private async openFile(path: string): Promise<void> {
    const { folder } = this;
    const entry = folder?.pipeline.get(path);
    if (!folder || !entry) return;
    const line = (toBeSettled(entry)?.line ?? 1) - 1;
    try {
      await window.showTextDocument(folder.uriOf(path), { selection: new Range(line, 0, line, 0) });
    } catch (cause) {
      const reason = reasonOf(cause);
      const message = l10n.t('Couldn’t open “{0}”: {1}', plainText(path), plainText(reason));
      void window.showErrorMessage(withoutLinks(message));
    }
  }

  private async fix(path: string): Promise<void> {
    const { folder } = this;
    const entry = folder?.pipeline.get(path);
    if (folder && entry && toBeSettled(entry))
      await commands.executeCommand(COMMANDS.fix, folder.uriOf(path));
  }

  /** Runs a command on a file of the pipeline that is a deal, and on nothing else. */
  private async runOn(path: string, command: string): Promise<void> {
    const { folder } = this;
    if (!folder || !dealOf(folder.pipeline.get(path))) return;
    await commands.executeCommand(command, folder.uriOf(path));
  }

  private async tick(path: string, line: number): Promise<void> {
    const { folder } = this;
    const todo = dealOf(folder?.pipeline.get(path))?.todos?.find(one => one.line === line);
    if (folder && todo) await commands.executeCommand(COMMANDS.tickTodo, { uri: folder.uriOf(path), todo });
  }

  private async list({ figure, words, beside }: Extract<FromPage, { type: 'list' }>): Promise<void> {
    const { asked, folder } = this;
    const filter = beside ? asked.beside : asked.filter;
    if (!folder || !filter) return;
    const paths = dealsBehind(figure, this.question(folder, filter));
    await this.pickFrom(folder, paths, words, SORTS[figure.kind]);
  }

  private async listChanged({ figure, words }: Extract<FromPage, { type: 'listChanged' }>): Promise<void> {
    const { folder } = this;
    if (!folder) return;
    const { there, gone } = this.changes.behind(figure);
    const named = gone.map(across => ({ path: across.path, title: titleShown(across) }));
    await this.pickFrom(folder, there, words, figure.kind === 'slips' ? 'close_date' : undefined, named);
  }

  private async pickFrom(
    folder: ShownFolder,
    paths: readonly string[],
    words: string,
    sort: SortKey = 'value',
    gone: readonly GoneDeal[] = [],
  ): Promise<void> {
    const { today } = this.pipelines;
    const picked = await pickDeal(folder, paths, words, { today, sort, gone });
    if (picked === 'all') await this.showAll(folder, paths, words);
    else if (picked?.isGone) await this.changes.open(picked.path, true);
    else if (picked) await this.openFile(picked.path);
  }

  private async showAll({ uri }: ShownFolder, paths: readonly string[], words: string): Promise<void> {
    const deals: PickedDeals = { words: plainText(words, 100), home: uri.toString(), paths: new Set(paths) };
    await commands.executeCommand(PRIVATE_COMMANDS.showOnly, deals);
  }

  private async listFiles(of: NoDeals): Promise<void> {
    const picked = this.folder && (await pickFile(this.folder, of));
    if (picked !== undefined) await this.openFile(picked);
  }

  private question(folder: ShownFolder, filter = this.asked.filter): ReportQuestion {
    const { pipeline, asked, today } = shownAs(folder, this.asked, this.pipelines);
    return questionFor(pipeline, asked, filter, today);
  }

  /** How often a close date was moved is for git to say; the page does not wait for that. */
  private askGit(): void {
    if (this.folder) this.pipelines.askGit(this.folder);
  }

  /** Asked for while figures are worked out, it shows those first, unless they are of something else, and then those of now. */
  private show(): void {
    this.isStale = true;
    this.showing ??= this.showUntilFresh().finally(() => {
      this.showing = undefined;
      if (this.isStale && this.isReady) this.show();
    });
  }

  private async showUntilFresh(): Promise<void> {
    while (this.isStale && this.isReady) {
      this.isStale = false;
      const { folder, asked } = this;
      const content = await this.content(folder);
      if (folder === this.folder && asked === this.asked) this.post(folder, content);
      else this.isStale = true;
    }
  }

  private post(folder: ShownFolder | undefined, content: FunnelContent): void {
    if (!this.isReady) return;
    this.panel.title = this.title(folder);
    const message: ToPage = {
      type: 'show',
      pipelines: this.pipelines.folders.map(({ uri, name }) => ({
        id: uri.toString(),
        name: plainText(name),
      })),
      chosen: folder?.uri.toString(),
      content,
      ...(this.tab && { goTo: this.tab }),
    };
    // A page that has no figures yet has no tabs either.
    if (content.kind === 'sheet') this.tab = undefined;
    void this.panel.webview.postMessage(message);
    this.changes.show(folder, this.asked);
  }

  private title(folder: ShownFolder | undefined): string {
    const { folders, travel } = this.pipelines;
    const name =
      folder && folders.length > 1 ? l10n.t('Pipeline: {0}', plainText(folder.name, 60)) : l10n.t('Pipeline');
    return travel.at ? l10n.t('{0}, as of {1}', name, travel.at.words) : name;
  }

  private async content(folder: ShownFolder | undefined): Promise<FunnelContent> {
    if (!folder)
      return this.pipelines.hasSearched ? { kind: 'noPipeline' } : { kind: 'loading', filesRead: 0 };
    const { isLoading, pipeline, problem } = folder;
    if (isLoading && !this.known.has(folder))
      return { kind: 'loading', filesRead: pipeline.files.total, of: folder.filesRead.of };
    this.known.add(folder);
    if (problem) return { kind: 'unreadable', reason: plainText(sentenceOf(problem), 300) };
    const partial = folder.isPartial ? folder.filesRead : undefined;
    return { kind: 'sheet', sheet: await this.sheet(folder), partial };
  }

  private sheet(folder: ShownFolder): Promise<FunnelSheet> {
    const { worked } = this;
    const of = [folder, folder.pipeline, this.asked, this.pipelines.today, folder.historyGap];
    if (worked && of.every((one, at) => one === worked.of[at])) return worked.sheet;
    const sheet = workOut(folder, this.asked, this.pipelines);
    this.worked = { sheet, of };
    return sheet;
  }
}
