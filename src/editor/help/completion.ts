import {
  CompletionItem,
  CompletionItemKind,
  CompletionList,
  CompletionTriggerKind,
  env,
  l10n,
  SnippetString,
  type CompletionContext,
  type CompletionItemLabel,
  type Position,
  type TextDocument,
} from 'vscode';
import { isCalendarDate } from '../../core/calendar';
import { namesInUse } from '../../core/deal/help/inUse';
import type { Offer } from '../../core/deal/help/offer';
import { offersAt } from '../../core/deal/help/offers';
import { plainText } from '../../core/escape';
import { describeDate } from '../../core/peopleDates';
import { findStage, stageOf, type Process } from '../../core/process/process';
import { STAGES, stageIndex } from '../../core/process/stages';
import type { PipelineFolder } from '../../files/pipelineFolder';
import type { Pipelines } from '../../files/pipelines';
import { rangeIn, type DealFile } from './dealFile';
import { dayLabel, fieldWords, FORECAST_WORDS, STATUS_WORDS } from './fieldWords';

/** What can be written at a position: keys and values. */
export function completionsAt(
  pipelines: Pipelines,
  { folder, path }: DealFile,
  document: TextDocument,
  position: Position,
  { triggerKind }: CompletionContext,
): CompletionList | undefined {
  const { offers, dependOnText } = offersAt(document.getText(), document.offsetAt(position), {
    process: folder.pipeline.process,
    names: kind => namesInUse(folder.pipeline.deals(), kind, path),
    today: pipelines.today,
    language: env.language,
    isAsked: triggerKind === CompletionTriggerKind.Invoke,
  });
  if (!offers.length) return undefined;
  const items = offers.map((offer, index) => toItem(offer, index, document, folder, pipelines));
  return new CompletionList(items, dependOnText);
}

function toItem(
  offer: Offer,
  index: number,
  document: TextDocument,
  { pipeline: { process } }: PipelineFolder,
  pipelines: Pipelines,
): CompletionItem {
  const { label, detail, documentation } = wordsOf(offer, process, pipelines);
  const item = new CompletionItem(label, KINDS[offer.kind] ?? CompletionItemKind.Value);
  item.range = rangeIn(document, offer.edit);
  item.insertText = offer.hasHoles ? new SnippetString(offer.edit.text) : offer.edit.text;
  item.keepWhitespace = true;
  const name = typeof label === 'string' ? label : label.label;
  item.filterText = `${offer.filter} ${name}`;
  item.preselect = offer.edit.text === document.getText(item.range);
  item.sortText = String(index).padStart(3, '0');
  if (detail) item.detail = detail;
  if (documentation) item.documentation = documentation;
  if (offer.leadsOn) item.command = { command: 'editor.action.triggerSuggest', title: l10n.t('Suggest') };
  return item;
}

const KINDS: Partial<Readonly<Record<Offer['kind'], CompletionItemKind>>> = {
  key: CompletionItemKind.Property,
  stage: CompletionItemKind.EnumMember,
  status: CompletionItemKind.EnumMember,
  forecast: CompletionItemKind.EnumMember,
  check: CompletionItemKind.EnumMember,
  owner: CompletionItemKind.User,
  contact: CompletionItemKind.Snippet,
  event: CompletionItemKind.Snippet,
  day: CompletionItemKind.Event,
  pastDay: CompletionItemKind.Event,
};

interface OfferWords {
  readonly label: string | CompletionItemLabel;
  readonly detail?: string;
  /** Plain text, not Markdown. */
  readonly documentation?: string | undefined;
}

function wordsOf({ kind, label, path, value }: Offer, process: Process, { today }: Pipelines): OfferWords {
  const name = plainText(label, 80);
  switch (kind) {
    case 'key':
      return { label: name, documentation: fieldWords(path, String(value)) };
    case 'contact':
      return { label: l10n.t('New contact'), detail: l10n.t('name, role and email address') };
    case 'event':
      return { label: l10n.t('New line'), detail: l10n.t('today and the deal’s current stage') };
    case 'stage': {
      const id = findStage(process, String(value))!;
      const place = l10n.t('{0}/{1}', stageIndex(id) + 1, STAGES.length);
      const { purpose } = stageOf(process, id);
      return { label: { label: name, description: place }, documentation: plainText(purpose, 300) };
    }
    case 'status':
      return { label: name, documentation: STATUS_WORDS[label] };
    case 'forecast':
      return { label: name, documentation: FORECAST_WORDS[label] };
    case 'check': {
      const criteria = process.stages.flatMap(({ exitCriteria }) => exitCriteria);
      const text = criteria.find(({ id }) => id === label)?.text ?? '';
      return { label: name, detail: plainText(text) };
    }
    case 'day':
    case 'pastDay': {
      if (!isCalendarDate(value)) return { label: name };
      const words = describeDate(value, today, env.language);
      return { label: { label: dayLabel(name), description: value }, detail: words };
    }
    default:
      return { label: name };
  }
}
