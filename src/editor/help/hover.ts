import { env, Hover, l10n, type Position, type TextDocument } from 'vscode';
import { isCalendarDate, type CalendarDate } from '../../core/calendar';
import { isOpen, type Deal } from '../../core/deal/deal';
import { dealOf } from '../../core/deal/entry';
import { kindAt } from '../../core/deal/help/fields';
import { isFree } from '../../core/frontMatter/scan/part';
import type { Spot } from '../../core/frontMatter/scan/spot';
import { namedDeals } from '../../core/deal/help/names';
import { addMoney, type MoneyMap } from '../../core/money';
import { moneyIn, type Currencies, type MoneyFormat } from '../../core/moneyFormat';
import { describeDate } from '../../core/peopleDates';
import { probabilityOf } from '../../core/pipeline/pipeline';
import { findStage, stageOf } from '../../core/process/process';
import type { PipelineFolder } from '../../files/pipelineFolder';
import type { Pipelines } from '../../files/pipelines';
import { contractOf, worthOf } from '../../words/worth';
import { rangeIn, spotIn, type DealFile } from './dealFile';
import { fieldWords, FORECAST_WORDS, STATUS_WORDS } from './fieldWords';
import type { Figures } from './figures';
import { Lines } from './markdown';
import { tellStage } from './stageHover';

/** What is meant by what stands at a position. */
export function hoverAt(
  pipelines: Pipelines,
  figures: Figures,
  file: DealFile,
  document: TextDocument,
  position: Position,
): Hover | undefined {
  const spot = spotIn(file, document, position);
  if (!spot || isFree(spot.part)) return undefined;
  const lines =
    spot.part.kind === 'key'
      ? keyLines(spot)
      : valueLines(spot, { document, folder: file.folder, today: pipelines.today, figures });
  return lines?.markdown.value ? new Hover(lines.markdown, rangeIn(document, spot.part)) : undefined;
}

interface Around {
  readonly document: TextDocument;
  readonly folder: PipelineFolder;
  readonly today: CalendarDate;
  readonly figures: Figures;
}

function keyLines({ part: { path, text } }: Spot): Lines | undefined {
  const words = fieldWords(path, text);
  return words ? new Lines().line(words) : undefined;
}

function valueLines({ part: { path, text } }: Spot, around: Around): Lines | undefined {
  const { document, folder, today } = around;
  const { process } = folder.pipeline;
  const deal = dealOf(folder.entryAt(document.uri));
  const kind = kindAt(path);
  switch (kind) {
    case 'stage': {
      const id = findStage(process, text);
      return id && tellStage(stageOf(process, id), process, deal, around.figures.of(folder, id));
    }
    case 'status':
      return new Lines().line(STATUS_WORDS[text.toLowerCase()]);
    case 'day':
    case 'pastDay':
      return isCalendarDate(text) ? dayLines(text, path, deal, today) : undefined;
    case 'amount':
    case 'period':
    case 'term':
      return deal && moneyLines(deal, folder);
    case 'percent':
      return deal && percentLines(deal, folder);
    case 'forecast': {
      if (!deal) return undefined;
      const { label, forecast } = stageOf(process, deal.stage);
      const words = FORECAST_WORDS[deal.forecast ?? ''];
      return new Lines().line(words).line(l10n.t('{0} defaults to {1}.', label, forecast));
    }
    case 'check': {
      const criteria = process.stages.flatMap(({ exitCriteria }) => exitCriteria);
      return new Lines().line(criteria.find(({ id }) => id === text)?.text);
    }
    case 'account':
    case 'owner':
    case 'tag':
      return text
        ? nameLines(namedDeals(folder.pipeline.deals(), { kind, name: text }), folder.pipeline.currencies)
        : undefined;
    default:
      return undefined;
  }
}

function dayLines(
  day: CalendarDate,
  path: readonly string[],
  deal: Deal | undefined,
  today: CalendarDate,
): Lines {
  const lines = new Lines().line(describeDate(day, today, env.language));
  const isLate = deal && isOpen(deal) && day < today;
  if (isLate && path[0] === 'next_step_on') lines.line(l10n.t('The next step is overdue.'));
  if (isLate && path[0] === 'close_date')
    lines.line(l10n.t('The close date has passed but the deal is still open.'));
  return lines;
}

function moneyLines(deal: Deal, { pipeline: { process, currencies } }: PipelineFolder): Lines | undefined {
  const money = moneyIn(currencies);
  const worth = worthOf(deal, money);
  if (!worth) return undefined;
  const lines = new Lines().heading(worth).line(contractOf(deal, money));
  return isOpen(deal) ? lines.line(weighted(deal, probabilityOf(deal, process), money)) : lines;
}

function percentLines(deal: Deal, { pipeline: { process, currencies } }: PipelineFolder): Lines {
  const { label, probability } = stageOf(process, deal.stage);
  return new Lines()
    .line(deal.probability === undefined ? undefined : weighted(deal, deal.probability, moneyIn(currencies)))
    .line(l10n.t('{0} defaults to {1}%.', label, probability));
}

function weighted({ value }: Deal, probability: number, { one }: MoneyFormat): string | undefined {
  if (!value) return undefined;
  const amount = one({ ...value, amount: (value.amount * probability) / 100 });
  return l10n.t('Weighted {0}: {1} × {2}%', amount, one(value), probability);
}

/** `3 open deals, €90,000`, `1 won, 2 lost`. */
function nameLines(deals: readonly Deal[], currencies: Currencies): Lines {
  const open = deals.filter(isOpen);
  const value: MoneyMap = {};
  for (const deal of open) addMoney(value, deal.value);
  const count = open.length === 1 ? l10n.t('1 open deal') : l10n.t('{0} open deals', open.length);
  const won = deals.filter(({ status }) => status === 'won').length;
  const lost = deals.length - open.length - won;
  const closed = [won && l10n.t('{0} won', won), lost && l10n.t('{0} lost', lost)];
  return new Lines()
    .line([count, moneyIn(currencies).sums(value)].filter(part => part).join(', '))
    .line(closed.filter(part => part).join(', '));
}
