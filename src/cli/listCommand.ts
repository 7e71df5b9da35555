import { join } from 'node:path';
import { InvalidArgumentError, Option, type Command } from 'commander';
import type { CalendarDate } from '../core/calendar';
import { joinKnownFromGit } from '../actions/knownFromGit';
import { daysInStage } from '../core/deal/daysInStage';
import type { Deal } from '../core/deal/deal';
import { dealOf, needsAttention, type Entry } from '../core/deal/entry';
import { plainText } from '../core/escape';
import { dealsAsJsonLines, listAsJson } from '../core/exchange/json/list';
import { leave, type Left } from '../core/filter/leave';
import type { DealFilter } from '../core/filter/table';
import { moneyIn, type Currencies, type MoneyFormat } from '../core/moneyFormat';
import { stageOf, type Process } from '../core/process/process';
import { STAGE_IDS, type StageId } from '../core/process/stages';
import { filesLine } from '../words/report/filesLine';
import { inConflict } from '../words/conflict';
import { filterInWords } from '../words/filter';
import { addCsvOptions, checkCsvOptions, type CsvOptions } from './csvOptions';
import { addFilterOptions, filterOf, withDays, type FilterOptions } from './filterOptions';
import { gitOf } from './git';
import { LIST_HELP } from './listHelp';
import { complain, print, printJson, printCsvText } from './output';
import { openAloud } from './openAloud';
import type { NamedFolder } from './pipeline';
import { forMe } from './person';
import type { Session } from './session';
import { formatTable, type Column } from '../core/text/textTable';
import type { Terminal } from './terminal';
import { reportWords } from '../words/report';
import { sentenceOf } from '../words/sentence';
import { quoted } from '../words/en/said/quoted';
import { DEAL_COLUMNS } from '../core/text/dealColumns';
import { UsageError } from './usage';
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
    .option('--json', 'print JSON')
    .addOption(new Option('--csv', 'print the deals as CSV').conflicts('json'))
    .addOption(
      new Option('--jsonl', 'print a line of JSON for each deal (JSON Lines)').conflicts(['json', 'csv']),
    )
    .addOption(
      new Option('--markdown', 'print the deals as a Markdown table').conflicts(['json', 'csv', 'jsonl']),
    )
    .option(
      '--columns <names>',
      'with --csv or --markdown: which columns, with commas between them',
      toColumns,
    );
  addFilterOptions(addCsvOptions(command))
    .addHelpText('after', LIST_HELP)
    .action(
      session.ends(async (folder: string, options: ListForms & FilterOptions) => {
        checkCsvOptions(options);
        if (options.columns && !options.csv && !options.markdown)
          throw new UsageError('--columns goes with --csv or --markdown.');
        const opened = await openAloud(terminal, folder);
        const today = terminal.clock.today();
        const gap = await joinKnownFromGit(opened, gitOf(terminal));
        const asked = filterOf(await withDays(options, terminal), opened.pipeline.process);
        const filter = await forMe(asked, terminal, opened);
        const listed: ListedFolder = {
          ...{ ...opened, ...leave(opened.pipeline, filter, today) },
          currencies: opened.pipeline.currencies,
        };
        if (gap && allDeals(listed).some(deal => daysInStage(deal, today) === undefined))
          complain(terminal, words.historyGap(gap));
        if (options.json)
          printJson(terminal, listAsJson(listed.root, listed, allDeals(listed), today, sentenceOf));
        else if (options.jsonl) {
          terminal.out(dealsAsJsonLines(allDeals(listed), today));
          complainOfOthers(terminal, listed);
        } else if (options.csv || options.markdown) await printTable(terminal, listed, today, options);
        else print(terminal, listAsText(listed, filter, today));
      }),
    );
}

interface ListForms extends CsvOptions {
  readonly json?: true;
  readonly jsonl?: true;
  readonly markdown?: true;
  readonly columns?: readonly string[];
}

/** For commander: names of columns, each once. */
function toColumns(typed: string): readonly string[] {
  const names = [...new Set(typed.split(',').map(name => name.trim().toLowerCase()))].filter(name => name);
  const wrong = names.find(name => !DEAL_COLUMNS.includes(name));
  if (names.length && wrong === undefined) return names;
  const told = wrong === undefined ? '' : `There is no column ${quoted(wrong)}. `;
  throw new InvalidArgumentError(`${told}The columns are ${DEAL_COLUMNS.join(', ')}.`);
}

/** A pipeline with the deals that are asked for. */
interface ListedFolder extends NamedFolder, Left {
  /** Those of the whole pipeline. */
  readonly currencies: Currencies;
}

const words = reportWords('en');

const OUTCOMES = ['won', 'lost'] as const;

/** By stage, then won, then lost. */
function allDeals({ pipeline }: ListedFolder): Deal[] {
  return [...STAGE_IDS, ...OUTCOMES].flatMap(id => pipeline.group(id)).flatMap(entry => dealOf(entry) ?? []);
}

/** A table of deals has no place for what is none, so that is told beside it. */
async function printTable(
  terminal: Terminal,
  opened: ListedFolder,
  today: CalendarDate,
  { bom, separator, columns, markdown }: ListForms,
): Promise<void> {
  // Not at the start: every other call would wait for it.
  const { dealsAsCsv, dealsAsMarkdown } = await import('../core/text/dealTable');
  const deals = allDeals(opened);
  if (markdown) print(terminal, dealsAsMarkdown(deals, today, columns));
  else printCsvText(terminal, dealsAsCsv(deals, today, separator, columns), bom);
  complainOfOthers(terminal, opened);
}

function complainOfOthers(terminal: Terminal, opened: ListedFolder): void {
  const deals = allDeals(opened);
  for (const line of noteOnConflicts(deals)) complain(terminal, line);
  const { needsAttention } = opened.pipeline.files;
  if (needsAttention)
    complain(
      terminal,
      `Left out: ${words.files(needsAttention)} that cannot be read. Run deal-notes check to see why.`,
    );
}

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

function noteOnConflicts(deals: readonly Deal[]): string[] {
  const many = deals.filter(({ conflict }) => conflict).length;
  return many ? [words.gaps.inConflict(many)] : [];
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
