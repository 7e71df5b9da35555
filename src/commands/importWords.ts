import { l10n } from 'vscode';
import type { DealMade } from '../actions/dealMaker';
import { nameOf } from '../actions/address';
import type { ImportPlan } from '../actions/imports/planImport';
import type { Likely } from '../actions/imports/sortedDeals';
import { countNoted } from '../core/intake/gather';
import { plainLine, plainText } from '../core/escape';
import type { FieldDifference } from '../core/intake/again/compare';
import { saidText } from '../core/intake/again/saidText';
import type { OfRow } from '../core/intake/incoming';
import type { Says } from '../core/says';
import { inTheirOrder } from '../core/intake/mapStages';
import { saidOfRows } from '../core/intake/saidOfRows';
import { targetName } from '../core/intake/target';
import { stageOf, type Process } from '../core/process/process';
import { formatTable } from '../core/text/textTable';
import { CELLS, counted, DEALS, ROWS } from '../words/en/counted';
import { rowNumbers } from '../words/en/rowNumbers';
import { quoted } from '../words/en/said/quoted';
import { sentence } from '../words/sentence';

/** Asked in the list that lies over what an import would do. */
export const importIt = () => l10n.t('Import as shown below? Page Down scrolls it.');

/** The same where it would do nothing. */
export const nothingNew = () =>
  l10n.t('There is nothing new to import, as shown below. Page Down scrolls it.');

/**
 * What an import would do: counts, columns, stages, the first deals, and what it would leave.
 *
 * @param into the pipeline, where it could be another one
 */
export function importPreview(
  file: string,
  plan: ImportPlan,
  process: Process,
  first: readonly DealMade[],
  into: string | undefined,
): readonly string[] {
  const { proposed, surveyed, fresh, remarks } = plan;
  const { updates, alike } = againIn(plan);
  const { inNotes, toCheck } = countNoted(plan.noted);
  const { layout } = proposed;
  const rows = counted(surveyed.rows, ROWS);
  return [
    layout
      ? l10n.t('{0}: an export from {1}, {2}', plainText(file), layout.name, rows)
      : l10n.t('{0}: a table of deals, {1}', plainText(file), rows),
    ...intoLine(into),
    l10n.t('Nothing is written before you choose Import.'),
    '',
    ...(fresh.length ? [l10n.t('{0} to import', counted(fresh.length, DEALS))] : []),
    ...(fresh.length || updates ? [] : [l10n.t('Nothing new to import')]),
    ...(updates ? [l10n.t('{0} to update', counted(updates, DEALS))] : []),
    ...(alike ? [leftAsItIs(alike)] : []),
    ...(plan.notTaken.length
      ? [l10n.t('{0} not taken: see below', counted(plan.notTaken.length, ROWS))]
      : []),
    ...(inNotes ? [l10n.t('{0} to be put in the notes: see below', counted(inNotes, CELLS))] : []),
    ...(toCheck ? [l10n.t('{0} to check: see below', counted(toCheck, CELLS))] : []),
    ...(plan.lost.length
      ? [l10n.t('{0} with broken bytes not taken: see below', counted(plan.lost.length, CELLS))]
      : []),
    ...(plan.leftOut.length
      ? [l10n.t('{0} left out by the mapping', counted(plan.leftOut.length, ROWS))]
      : []),
    ...likelyLines(plan),
    ...part(
      l10n.t('Changed here and in the table: stays as it is here, unless you choose'),
      differenceLines(plan, true),
    ),
    ...part(l10n.t('Changed in the table since the last import'), differenceLines(plan, false)),
    ...part(l10n.t('Please check'), remarks.map(inEditor)),
    ...part(l10n.t('Columns'), columnLines(plan)),
    ...part(
      layout?.stages ? l10n.t('Stages, in the order of the other system') : l10n.t('Stages'),
      stageLines(plan, process),
    ),
    ...first.flatMap(({ file: made, text }, at) => [
      ...(at ? [''] : ['', `== ${l10n.t('The first deals, as their files will be')} ==`]),
      `-- ${plainText(nameOf(made))} --`,
      ...text.trimEnd().split(/\r?\n/).map(plainLine),
    ]),
    ...leftLines(plan),
  ];
}

/** The line that names the pipeline, where it could be another one. */
export function intoLine(into: string | undefined): readonly string[] {
  return into === undefined ? [] : [l10n.t('It goes into the pipeline {0}.', into)];
}

/** How many of the deals that are there already change, and how many don't. */
export function againIn({ matched }: Pick<ImportPlan, 'matched'>): {
  readonly updates: number;
  readonly alike: number;
} {
  const updates = matched.filter(({ differences }) => differences.some(({ isBoth }) => !isBoth)).length;
  return { updates, alike: matched.length - updates };
}

/** `48000 → 52000`. */
export function fromTo({ here, there }: FieldDifference): string {
  const [from, to] = [here, there].map(said => {
    const text = saidText(said);
    return text ? quoted(text, 40) : l10n.t('nothing');
  });
  return `${from} → ${to}`;
}

function differenceLines({ matched }: ImportPlan, isBoth: boolean): string[] {
  return matched.flatMap(({ incoming: { title }, differences }) =>
    differences
      .filter(one => one.isBoth === isBoth)
      .map(one => `${plainText(title, 60)}, ${plainText(one.field, 60)}: ${fromTo(one)}`),
  );
}

function leftAsItIs(deals: number): string {
  const words = counted(deals, DEALS);
  return deals === 1
    ? l10n.t('{0} already there, left as it is', words)
    : l10n.t('{0} already there, left as they are', words);
}

function likelyLines({ likely, fresh }: Pick<ImportPlan, 'likely' | 'fresh'>): readonly string[] {
  const made = new Set<unknown>(fresh);
  const linesOf = (isMade: boolean) =>
    likely.filter(({ incoming }) => made.has(incoming) === isMade).map(likelyLine);
  return [
    ...part(l10n.t('May be there already: not imported, unless you choose'), linesOf(false)),
    ...part(l10n.t('May be there already: imported as new deals'), linesOf(true)),
  ];
}

/** Every row that wasn't taken, and every cell that was noted down instead. */
export function leftLines(
  { notTaken, leftOut, noted, lost }: Pick<ImportPlan, 'notTaken' | 'leftOut' | 'noted' | 'lost'>,
  notWritten: readonly OfRow[] = [],
): readonly string[] {
  const left = [...notTaken, ...notWritten].toSorted((a, b) => a.row - b.row);
  return [
    ...part(l10n.t('Rows that are not taken'), rowLines(left)),
    ...part(l10n.t('Rows that the mapping leaves out'), rowLines(leftOut)),
    ...part(l10n.t('Cells that make no sense where they stand'), rowLines(noted)),
    ...part(l10n.t('Cells with broken bytes, which are not taken'), rowLines(lost)),
  ];
}

/** Lines below a heading; nothing where there are none. */
export function part(title: string, lines: readonly string[]): readonly string[] {
  return lines.length ? ['', `== ${title} ==`, ...lines] : [];
}

/** One long heading must not push what the others become out of a narrow window. */
export const MOST_OF_HEAD = 28;
const MOST_OF_KEY = 20;

function columnLines({ proposed, surveyed }: ImportPlan): string[] {
  const rows = surveyed.columns.map(({ head, samples }) => {
    const target = proposed.mapping.columns.get(head) ?? 'nothing';
    return [
      plainText(head, MOST_OF_HEAD),
      '→',
      plainText(targetName(target), MOST_OF_KEY),
      samples.map(sample => quoted(sample, 30)).join(', '),
    ];
  });
  return formatTable(rows, [{}, {}, {}, {}]);
}

function stageLines({ proposed: { mapping, layout } }: ImportPlan, process: Process): string[] {
  const rows = inTheirOrder(mapping.stages, layout).map(({ name, is, how }) => {
    const meant =
      is === 'won'
        ? l10n.t('Won')
        : is === 'lost'
          ? l10n.t('Lost')
          : plainText(stageOf(process, is).label, 40);
    return [plainText(name, 40), '→', meant, how === 'spread' ? l10n.t('(by order)') : ''];
  });
  return rows.length ? formatTable(rows, [{}, {}, {}, {}]) : [];
}

/** Without the options of the command line: in the editor the list has rows for the same. */
function inEditor(says: Says): string {
  return sentence(says).replaceAll(/ \(--make-(?:duplicates|deleted)\)/g, '');
}

/** What is said of rows, a line for each thing, with their numbers. */
export function rowLines(all: readonly OfRow[]): readonly string[] {
  return saidOfRows(all).map(({ rows, column, says }) => {
    const [numbers, words] = [rowNumbers(rows, Infinity), inEditor(says)];
    if (rows.length === 1)
      return column
        ? l10n.t('Row {0}, {1}: {2}', numbers, plainText(column, 40), words)
        : l10n.t('Row {0}: {1}', numbers, words);
    return column
      ? l10n.t('Rows {0}, {1}: {2}', numbers, plainText(column, 40), words)
      : l10n.t('Rows {0}: {1}', numbers, words);
  });
}

function likelyLine({ incoming: { row, title }, there, by }: Likely): string {
  const same = {
    id: l10n.t('id and title'),
    title: l10n.t('account and title'),
    contact: l10n.t('contact'),
    domain: l10n.t('mail domain'),
  };
  return l10n.t(
    'Row {0}: {1} may be {2}: same {3}.',
    row,
    quoted(title),
    plainText(there.deal.path),
    same[by],
  );
}
