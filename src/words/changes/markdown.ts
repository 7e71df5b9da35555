import type { Money } from '../../core/money';
import type { MoneyFormat } from '../../core/moneyFormat';
import { markdownTable, untrusted } from '../../core/text/markdown';
import type { PointSaid } from '../../core/changes/pointSaid';
import { formatsIn } from '../formats';
import { bridgeRows } from './bridgeRows';
import { changeGroups, slipLines, type BetweenSources, type ChangeLine } from './groups';
import { ownerBetweenRows } from './ownerRows';

/** More than so many of a kind nobody reads in a comment; the row says how many there are. */
const NAMED_LIMIT = 10;

/**
 * What changed, as Markdown for a comment on a pull request. Texts from files come out escaped, and nobody is called by one.
 *
 * @param filter in words; empty where nothing is left out
 * @param notes what has to be said of how it was found out
 */
export function betweenAsMarkdown(
  sources: BetweenSources,
  points: { readonly from: PointSaid; readonly to: PointSaid },
  filter: string,
  notes: readonly string[],
): string[] {
  const { changes, words, money } = sources;
  const groups = changeGroups(sources);
  const slips = slipLines(sources);
  const rows = groups.map(({ name, lines, value }) => [
    name,
    String(lines.length),
    money.sums(value),
    namedDeals(lines, words.more, money),
  ]);
  const slipTitle = words.slipped(formatsIn('en').period(changes.slips.period));
  return [
    `### ${words.title(points.from, points.to)}`,
    '',
    ...(filter ? [untrustedInComment(filter), ''] : []),
    ...notes.flatMap(note => [note, '']),
    ...(rows.length
      ? markdownTable([[words.change, words.deals, words.value, ''], ...rows], 'lrrl')
      : [words.nothing]),
    '',
    ...section(
      slipTitle,
      slips.map(line => `- ${slipText(line, money)}`),
    ),
    ...section(undefined, tableOf(bridgeRows(sources))),
    ...section(words.owners.title, tableOf(ownerBetweenRows(sources, untrustedInComment))),
  ].slice(0, -1);
}

/** As text; a sign before a name or a number would call somebody, or lead to another page, in spite of its backslash. */
export function untrustedInComment(text: string): string {
  return untrusted(text).replace(/\\[@#](?=\w)/g, '$&<!-- -->');
}

function namedDeals(lines: readonly ChangeLine[], more: (n: number) => string, money: MoneyFormat): string {
  const named = lines.slice(0, NAMED_LIMIT).map(line => {
    const said = [line.said && untrustedInComment(line.said), amountText(line.value, money)].filter(Boolean);
    return untrustedInComment(line.title) + (said.length ? ` (${said.join(', ')})` : '');
  });
  return [...named, ...(lines.length > NAMED_LIMIT ? [more(lines.length - NAMED_LIMIT)] : [])].join('; ');
}

function slipText({ title, said, value }: ChangeLine, money: MoneyFormat): string {
  return [untrustedInComment(title), said, amountText(value, money)].filter(Boolean).join(' · ');
}

function amountText(value: Money | undefined, money: MoneyFormat): string {
  return value ? money.one(value) : '';
}

function tableOf(rows: readonly (readonly string[])[]): string[] {
  return rows.length ? markdownTable(rows, `l${'r'.repeat(rows[0]!.length - 1)}`) : [];
}

function section(title: string | undefined, lines: readonly string[]): string[] {
  if (!lines.length) return [];
  return [...(title === undefined ? [] : [`**${title}**`, '']), ...lines, ''];
}
