import { join } from 'node:path';
import type { Command } from 'commander';
import type { CalendarDate } from '../core/calendar';
import { joinKnownFromGit } from '../actions/knownFromGit';
import { daysInStage } from '../core/deal/daysInStage';
import type { Deal } from '../core/deal/deal';
import { dealOf, needsAttention, type Entry } from '../core/deal/entry';
import { plainText } from '../core/escape';
import { listAsJson } from '../core/exchange/json/list';
import { leave, type Left } from '../core/filter/leave';
import type { DealFilter } from '../core/filter/table';
import { moneyIn, type Currencies, type MoneyFormat } from '../core/moneyFormat';
import { stageOf, type Process } from '../core/process/process';
import { STAGE_IDS, type StageId } from '../core/process/stages';
import { filesLine } from '../words/report/filesLine';
import { inConflict } from '../words/conflict';
import { filterInWords } from '../words/filter';
import { filterMeant } from './filterMeant';
import { addFilterOptions, type FilterOptions } from './filterOptions';
import { gitOf } from './git';
import { LIST_HELP } from './listHelp';
import { addFormOptions, checkFormOptions, columnsNamed, isForPrograms, type ListForms } from './listForms';
import { noteOnConflicts, writeTable } from './listTables';
import { complain, print, printWholeJson } from './output';
import { openAloud, openChanged } from './openAloud';
import type { NamedFolder } from './pipeline';
import type { Session } from './session';
import { formatTable, type Column } from '../core/text/textTable';
import { reportWords } from '../words/report';
import { sentenceOf } from '../words/sentence';
import { worthOf } from '../words/worth';

export function addList(program: Command, session: Session): void {
  const { terminal } = session;
  const command = program
    .command('list')
    .summary('show the deals by stage')
    .description(
      'Show the deals of a pipeline by stage, then those won and lost, then files that need attention.',
    )
    .argument('[FOLDER]', "the pipeline's folder", '.')
    .option('--changed [revision]', 'only files that differ from the revision (default: HEAD)');
  addFilterOptions(addFormOptions(command))
    .addHelpText('after', LIST_HELP)
    .action(
      session.ends(async (folder: string, options: ListForms & FilterOptions & Against) => {
        checkFormOptions(options);
        const revision = options.changed === true ? 'HEAD' : options.changed;
        const opened =
          revision === undefined
            ? await openAloud(terminal, folder)
            : await openChanged(terminal, folder, revision);
        const today = terminal.clock.today();
        const hasDeals = !opened.pipeline.deals()[Symbol.iterator]().next().done;
        const gap = hasDeals ? await joinKnownFromGit(opened, gitOf(terminal)) : undefined;
        const filter = await filterMeant(options, terminal, opened, revision === undefined);
        const listed: ListedFolder = {
          ...{ ...opened, ...leave(opened.pipeline, filter, today) },
          currencies: opened.pipeline.currencies,
        };
        const deals = listed.pipeline.dealsInOrder();
        if (gap && deals.some(deal => daysInStage(deal, today) === undefined))
          complain(terminal, words.historyGap(gap));
        if (options.json) printWholeJson(terminal, listAsJson(listed.root, listed, deals, today, sentenceOf));
        else if (isForPrograms(options))
          await writeTable(
            terminal,
            deals,
            today,
            {
              ...options,
              ...(options.columns && { columns: columnsNamed(options.columns, opened.pipeline.deals()) }),
            },
            listed.pipeline.files.needsAttention,
          );
        else print(terminal, [...changedOnly(revision), ...listAsText(listed, filter, today)]);
      }),
    );
}

interface Against {
  /** A revision, where one was named. */
  readonly changed?: string | true;
}

function changedOnly(revision: string | undefined): string[] {
  return revision === undefined ? [] : [words.changedOnly(plainText(revision)), ''];
}

/** A pipeline with the deals that are asked for. */
interface ListedFolder extends NamedFolder, Left {
  /** Those of the whole pipeline. */
  readonly currencies: Currencies;
}

const words = reportWords('en');

const OUTCOMES = ['won', 'lost'] as const;

const COLUMNS: readonly Column[] = [
  { maxWidth: 44 },
  { maxWidth: 28 },
  { align: 'right' },
  { align: 'right' },
  {},
];

/** One table over all groups, so that the columns of one stand below those of the other. */
function listAsText(opened: ListedFolder, filter: DealFilter, today: CalendarDate): string[] {
  const { root, pipeline } = opened;
  const money = moneyIn(opened.currencies);
  const groups = [...STAGE_IDS, ...OUTCOMES.filter(id => pipeline.totals(id).count)];
  const deals = groups.flatMap(id => pipeline.group(id)).flatMap(entry => dealOf(entry) ?? []);
  const rows = formatTable(
    deals.map(deal => rowOf(deal, root, today, money)),
    COLUMNS,
  );
  const marks = deals.map(deal => conflictOf(deal, pipeline.process, money));
  let at = 0;
  const listed = groups.flatMap(id => {
    const { count, value } = pipeline.totals(id);
    const heading = [labelOf(id, pipeline.process), String(count), money.sums(value)].filter(Boolean);
    const [from, to] = [at, (at += count)];
    const below = rows.slice(from, to).flatMap((row, k) => [`  ${row}`, ...marks[from + k]!]);
    return [heading.join(' · '), ...below, ''];
  });
  const only = filterInWords(filter, pipeline.process);
  const heading = only ? [words.only(plainText(only), opened.leftOut), ''] : [];
  return [
    ...heading,
    ...listed,
    ...attentionAsText(opened),
    ...noteOnConflicts(deals),
    filesLine(pipeline.files),
  ];
}

/** A line below the row of the deal. */
function conflictOf(deal: Deal, process: Process, money: MoneyFormat): string[] {
  return deal.conflict ? [`    ${inConflict(deal, process, money)}`] : [];
}

function rowOf(deal: Deal, root: string, today: CalendarDate, money: MoneyFormat): string[] {
  const since = daysInStage(deal, today);
  return [
    plainText(deal.title),
    plainText(deal.account ?? ''),
    worthOf(deal, money) ?? '',
    since === undefined ? '' : words.days(since),
    join(root, deal.path),
  ];
}

function attentionAsText({ root, pipeline }: ListedFolder): string[] {
  const problems = pipeline.group('attention').flatMap(problemsIn);
  if (problems.length === 0) return [];
  const lines = problems.map(({ path, line, message }) => `  ${join(root, path)}:${line}: ${message}`);
  return [`Needs attention · ${lines.length}`, ...lines, ''];
}

function labelOf(id: (typeof OUTCOMES)[number] | StageId, process: Process): string {
  if (id === 'won') return 'Won';
  return id === 'lost' ? 'Lost' : plainText(stageOf(process, id).label);
}

function problemsIn(entry: Entry) {
  if (!needsAttention(entry)) return [];
  return [{ path: entry.path, line: entry.problem.line, message: sentenceOf(entry.problem) }];
}
