import type { DealUpdated } from '../actions/imports/importDeals';
import { plainText } from '../core/escape';
import type { FieldDifference } from '../core/intake/again/compare';
import { saidText } from '../core/intake/again/saidText';
import type { FieldSaid } from '../core/intake/again/written';
import { countNoted } from '../core/intake/gather';
import type { OfRow } from '../core/intake/incoming';
import { saidOfRows } from '../core/intake/saidOfRows';
import { inTheirOrder } from '../core/intake/mapStages';
import { targetName } from '../core/intake/target';
import { stageOf } from '../core/process/process';
import { CELLS, counted, ROWS } from '../words/en/counted';
import { rowNumbers } from '../words/en/rowNumbers';
import { quoted } from '../words/en/said/quoted';
import { sentence } from '../words/sentence';
import { allNotTaken } from './importJson';
import type { ImportTold } from './importTold';
import { formatTable } from '../core/text/textTable';

/** Of thousands of rows, so many are told one by one; --json has all. */
const MOST_TOLD = 50;

/** What an import did: what it read, and what it could not take. */
export function importInWords(told: ImportTold): {
  readonly out: readonly string[];
  readonly err: readonly string[];
} {
  const { file, root, dryRun, plan, done } = told;
  const { proposed, surveyed, matched, likely, leftOut, noted, lost, remarks } = plan;
  const { layout, mapping } = proposed;
  const made = counted(done.created.length, { one: 'deal', other: 'deals' });
  const notTaken = allNotTaken(told);
  const updated = done.updated.filter(({ taken }) => taken.length).length;
  const unchanged = matched.length - updated;
  const { inNotes, toCheck } = countNoted(noted);
  const wholes = [
    `${made} ${dryRun ? 'would be created' : 'created'} in ${plainText(root)}`,
    ...(updated ? [`${updated.toLocaleString('en')} ${dryRun ? 'would be updated' : 'updated'}`] : []),
    ...(unchanged ? [`${unchanged.toLocaleString('en')} already there`] : []),
    ...(notTaken.length ? [`${counted(notTaken.length, ROWS)} not taken`] : []),
    ...(inNotes ? [`${counted(inNotes, CELLS)} put in the notes`] : []),
    ...(toCheck ? [`${counted(toCheck, CELLS)} to check`] : []),
    ...(lost.length ? [`${counted(lost.length, CELLS)} with broken bytes not taken`] : []),
    ...(leftOut.length ? [`${counted(leftOut.length, ROWS)} left out by the mapping`] : []),
  ];
  return {
    out: [
      `${plainText(file)}: ${layout ? `an export from ${layout.name}` : 'a table of deals'}, ${counted(surveyed.rows, ROWS)}`,
      '',
      ...columnLines(told),
      ...(mapping.stages.length ? ['', ...stageLines(told)] : []),
      ...(remarks.length ? ['', ...remarks.map(sentence)] : []),
      ...takenLines(done.updated),
      '',
      `${wholes.join(', ')}.`,
    ],
    err: [
      ...likely
        .slice(0, MOST_TOLD)
        .map(
          ({ incoming: { row, title }, there, by }) =>
            `row ${row}: ${quoted(title)} may be ${plainText(there.deal.path)}: same ${BY[by]}.`,
        ),
      ...leftLines(done.updated),
      ...rowLines(notTaken),
      ...rowLines(noted),
      ...rowLines(lost),
      ...(done.notKept ? [sentence(done.notKept)] : []),
    ],
  };
}

/** What was taken over, a deal a line. */
function takenLines(updated: readonly DealUpdated[]): string[] {
  const lines = updated.flatMap(({ incoming: { title }, taken }) => {
    const fields = taken.map(one => `${fieldName(one)} ${shown(one.here)} → ${shown(one.there)}`);
    return fields.length ? [`${plainText(title, 60)}: ${fields.join(', ')}`] : [];
  });
  return lines.length ? ['', 'Changed in the table since the last import:', ...cut(lines)] : [];
}

/** What both sides changed and was left, a field a line. */
function leftLines(updated: readonly DealUpdated[]): string[] {
  return cut(
    updated.flatMap(({ incoming: { row, title }, left }) =>
      left.map(
        one =>
          `row ${row}: ${quoted(title)} has ${fieldName(one)} ${shown(one.here)} here and ${shown(one.there)} there. It was left; --take ${plainText(one.field, 60)} takes it.`,
      ),
    ),
  );
}

function fieldName({ field }: FieldDifference): string {
  return plainText(field, 60);
}

function shown(said: FieldSaid): string {
  const text = saidText(said);
  return text ? quoted(text, 40) : 'nothing';
}

export function cut(lines: readonly string[]): string[] {
  const more = lines.length - MOST_TOLD;
  return more > 0
    ? [...lines.slice(0, MOST_TOLD), `… and ${more.toLocaleString('en')} more; --json has all.`]
    : [...lines];
}

const BY = {
  id: 'id and title',
  title: 'account and title',
  contact: 'contact',
  domain: 'mail domain',
} as const;

function columnLines({ plan: { proposed, surveyed } }: ImportTold): string[] {
  const columns = surveyed.columns.filter(({ head, filled }) => head || filled);
  const rows = columns.map(({ head, samples }) => {
    const target = proposed.mapping.columns.get(head) ?? 'nothing';
    const shown = samples.map(sample => quoted(sample, 24)).join(', ');
    return [head ? plainText(head, 40) : '(no heading)', '→', plainText(targetName(target), 40), shown];
  });
  return formatTable(rows, [{}, {}, {}, {}]);
}

function stageLines({ plan: { proposed }, home }: ImportTold): string[] {
  return formatTable(
    inTheirOrder(proposed.mapping.stages, proposed.layout).map(({ name, is, how }) => {
      const meant = is === 'won' ? 'Won' : is === 'lost' ? 'Lost' : stageOf(home.process, is).label;
      return [plainText(name, 40), '→', plainText(meant, 40), how === 'spread' ? '(by order)' : ''];
    }),
    [{}, {}, {}, {}],
  );
}

/** So many numbers of rows are named in a line. */
const MOST_NUMBERS = 10;

/** What is said of rows, a line for each thing, with their numbers. */
export function rowLines(all: readonly OfRow[]): string[] {
  const said = saidOfRows(all);
  const lines = said.slice(0, MOST_TOLD).map(({ rows, column, says }) => {
    const numbers = `${rows.length > 1 ? 'rows' : 'row'} ${rowNumbers(rows, MOST_NUMBERS)}`;
    return `${numbers}${column ? `, ${plainText(column, 40)}` : ''}: ${sentence(says)}`;
  });
  const more = said.slice(MOST_TOLD).reduce((sum, { rows }) => sum + rows.length, 0);
  return more > 0
    ? [...lines, `… and ${counted(more, { one: 'more row', other: 'more rows' })}; --json has all.`]
    : lines;
}
