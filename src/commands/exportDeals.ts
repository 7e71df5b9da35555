import { l10n, window, type QuickPickItem } from 'vscode';
import { nameOf } from '../actions/address';
import { BYTE_ORDER_MARK } from '../core/byteOrderMark';
import { dealOf } from '../core/deal/entry';
import type { Deal } from '../core/deal/deal';
import { leave } from '../core/filter/leave';
import { filterIn } from '../core/filter/picked';
import type { DealFilter } from '../core/filter/table';
import { columnsOf } from '../core/text/dealColumns';
import { toAddress } from '../files/editor/addresses';
import { saveFile } from '../files/editor/saveFile';
import { ofNow } from '../files/editor/travel/ofNow';
import type { Moment } from '../files/editor/travel/travel';
import type { PipelineFolder } from '../files/pipelineFolder';
import type { Pipelines } from '../files/pipelines';
import { counted, TEXTS } from '../words/en/counted';
import { sentenceOf } from '../words/sentence';
import { notesOnFile } from './notesOnFile';
import { calledOn } from './targets';
import { whichFolder } from './whichFolder';

/** The form of a file of deals. */
type Form = 'excel' | 'csv' | 'markdown' | 'json' | 'jsonl';

interface FormItem extends QuickPickItem {
  readonly form: Form;
  readonly ending: string;
  /** Whether its columns can be chosen. */
  readonly isTable: boolean;
}

const FORMS: readonly FormItem[] = [
  { form: 'excel', label: l10n.t('Excel file'), ending: 'xlsx', isTable: true },
  { form: 'csv', label: l10n.t('CSV table'), ending: 'csv', isTable: true },
  { form: 'markdown', label: l10n.t('Markdown table'), ending: 'md', isTable: true },
  { form: 'json', label: l10n.t('JSON'), ending: 'json', isTable: false },
  { form: 'jsonl', label: l10n.t('JSON Lines, a deal a line'), ending: 'jsonl', isTable: false },
];

/** Saves deals as a file for another program: those that are selected, those that the views show, or all. */
export class DealExport {
  /** What was chosen last comes first, for as long as the window is open. */
  private form: Form = 'excel';
  private columns: readonly string[] | undefined;

  constructor(private readonly pipelines: Pipelines) {}

  /**
   * @param args the rows that the command was called on, if it was
   * @param filter that of the pipeline view
   * @param at the point that is shown, where that isn't now: the file is of now all the same
   */
  async save(
    args: readonly unknown[],
    filter: DealFilter,
    at: Pick<Moment, 'words'> | undefined,
  ): Promise<void> {
    const title = l10n.t('Export Deals');
    const selected = this.selectedIn(args);
    const folder = selected?.folder ?? (await whichFolder(this.pipelines, title));
    if (!folder) return;
    const deals = selected?.deals ?? (await this.whichDeals(folder, filter, title));
    const item = deals && (await this.whichForm(title));
    if (!deals || !item) return;
    const columns = item.isTable ? await this.whichColumns(title, columnsOf(folder.pipeline.deals())) : [];
    if (!columns) return;
    this.form = item.form;
    if (item.isTable) this.columns = columns;
    const make = () => this.written(folder, deals, item.form, columns);
    const notes = [
      ofNow(at),
      // JSON has both, and of deals that were selected nobody expects others.
      ...(item.form === 'json'
        ? []
        : notesOnFile(deals, selected ? 0 : folder.pipeline.files.needsAttention)),
      item.form === 'excel' ? await this.cutOff(deals, columns) : undefined,
    ];
    await saveFile(folder.uri, {
      ...{ name: nameOf(toAddress(folder.uri)), ending: item.ending, kind: item.label },
      ...{ note: notes.filter(note => note !== undefined).join('. ') || undefined, make },
    });
  }

  /** The deals of the rows that a command was called on; those of one pipeline, since paths are meant from its folder. */
  private selectedIn(
    args: readonly unknown[],
  ): { readonly folder: PipelineFolder; readonly deals: readonly Deal[] } | undefined {
    const uris = calledOn(args);
    const folder = uris[0] && this.pipelines.folderOf(uris[0]);
    if (!folder) return undefined;
    const deals = uris
      .filter(uri => this.pipelines.folderOf(uri) === folder)
      .flatMap(uri => dealOf(this.pipelines.entryAt(uri)) ?? []);
    return deals.length ? { folder, deals } : undefined;
  }

  /** Asked only where a filter makes a difference. */
  private async whichDeals(
    { uri, pipeline }: PipelineFolder,
    filter: DealFilter,
    title: string,
  ): Promise<readonly Deal[] | undefined> {
    const all = pipeline.dealsInOrder();
    const left = leave(pipeline, filterIn(filter, uri.toString()), this.pipelines.today);
    if (!left.leftOut) return all;
    const shown = left.pipeline.dealsInOrder();
    const inViews = {
      ...{ label: l10n.t('Those that the views show'), description: String(shown.length) },
      deals: shown,
    };
    const whole = {
      ...{ label: l10n.t('All deals of the pipeline'), description: String(all.length) },
      deals: all,
    };
    // Who only presses Enter wants no empty file.
    const items = shown.length ? [inViews, whole] : [whole, inViews];
    return (await window.showQuickPick(items, { title, placeHolder: l10n.t('Which deals?') }))?.deals;
  }

  private whichForm(title: string): Thenable<FormItem | undefined> {
    const items = FORMS.toSorted((a, b) => Number(b.form === this.form) - Number(a.form === this.form));
    return window.showQuickPick(items, { title, placeHolder: l10n.t('As what?') });
  }

  /** In the order in which they always stand, so that a file looks as the last one did. */
  private async whichColumns(title: string, all: readonly string[]): Promise<readonly string[] | undefined> {
    const items = all.map(label => ({ label, picked: this.columns?.includes(label) ?? true }));
    const placeHolder = l10n.t('Which columns?');
    const picked = await window.showQuickPick(items, { title, placeHolder, canPickMany: true });
    return picked?.length ? picked.map(({ label }) => label) : undefined;
  }

  /** What is to be known of an Excel file in which not all texts fit. */
  private async cutOff(deals: readonly Deal[], columns: readonly string[]): Promise<string | undefined> {
    const [{ dealRows }, { countCut, MOST_CHARACTERS }] = await Promise.all([
      import('../core/text/dealTable'),
      import('../files/tables/excelFile'),
    ]);
    const cut = countCut(dealRows(deals, this.pipelines.today, columns));
    return cut
      ? l10n.t(
          '{0} cut off after {1} characters, as a cell of Excel takes no more',
          counted(cut, TEXTS),
          MOST_CHARACTERS.toLocaleString('en'),
        )
      : undefined;
  }

  private async written(
    { uri, pipeline }: PipelineFolder,
    deals: readonly Deal[],
    form: Form,
    columns: readonly string[],
  ): Promise<Uint8Array> {
    const { today } = this.pipelines;
    const table = await import('../core/text/dealTable');
    if (form === 'excel') {
      const { excelFile } = await import('../files/tables/excelFile');
      return excelFile('Deals', table.dealRows(deals, today, columns), table.isDayColumn);
    }
    const { dealsAsJsonLines, listAsJson } = await import('../core/exchange/json/list');
    const { jsonText } = await import('../core/exchange/json/jsonText');
    const leftOut = [...pipeline.deals()].length - deals.length;
    const name = nameOf(toAddress(uri));
    const texts: Readonly<Record<Exclude<Form, 'excel'>, () => string>> = {
      // Excel takes it for UTF-8 only so.
      csv: () => BYTE_ORDER_MARK + table.dealsAsCsv(deals, today, ',', columns),
      markdown: () => `${table.dealsAsMarkdown(deals, today, columns).join('\n')}\n`,
      json: () => `${jsonText(listAsJson(name, { pipeline, leftOut }, deals, today, sentenceOf), 2)}\n`,
      jsonl: () => dealsAsJsonLines(deals, today),
    };
    return new TextEncoder().encode(texts[form]());
  }
}
