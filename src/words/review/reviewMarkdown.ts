import type { ChangesBetween } from '../../core/changes/between';
import { latestOf } from '../../core/changes/across';
import type { GroupOfChanges } from '../../core/changes/groups';
import type { CalendarDate } from '../../core/calendar';
import type { Report } from '../../core/metrics/report';
import type { MoneyFormat } from '../../core/moneyFormat';
import type { Process } from '../../core/process/process';
import type { DueThing } from '../../core/review/due';
import type { LoggedInDeal } from '../../core/review/logged';
import { fillTemplate, type Filled, type ReviewPart } from '../../core/review/template';
import { prose } from '../../core/text/markdown';
import { betweenWords } from '../between';
import { changeGroups, type ChangeLine } from '../changes/groups';
import { reportWords } from '../report';
import { forecastTable } from '../report/forecastTable';
import { needsList } from '../report/needsList';
import { ownersTable } from '../report/weekTables';
import { reviewWords } from '../review';
import { dueLines, loggedLines } from './lists';

/** All that a review tells. */
export interface ReviewSources {
  readonly since: CalendarDate;
  readonly changes: ChangesBetween;
  readonly report: Report;
  readonly due: readonly DueThing[];
  readonly logged: readonly LoggedInDeal[];
  readonly process: Process;
  readonly money: MoneyFormat;
  /** Where a link leads, with `/` between its parts, for the path of a deal; none where there are to be no links. */
  readonly linkTo: (path: string) => string;
}

/** Which changes each part tells. */
const GROUPS: Partial<Readonly<Record<ReviewPart, readonly GroupOfChanges[]>>> = {
  won: ['won'],
  lost: ['lost'],
  new: ['new'],
  moved: ['advanced', 'back'],
  pushed: ['later'],
  changed: ['open', 'removed', 'up', 'down', 'currency', 'sooner', 'close_date', 'owner', 'next_step'],
};

/**
 * The review as Markdown. Texts from files come out escaped.
 *
 * @param template the team's own, in which each part stands where it is named, empty or not; else there is one of ours
 */
export function reviewAsMarkdown(sources: ReviewSources, template: string | undefined): Filled {
  if (template === undefined) return { text: ownReview(sources), problems: [] };
  const { none } = reviewWords('en');
  return fillTemplate(template, part => partLines(part, sources).join('\n') || none);
}

/** The parts that have a heading of their own, in their order. */
const HEADED = [
  ...(['won', 'lost', 'moved', 'new', 'pushed', 'changed', 'logged'] as const),
  ...(['due', 'stuck', 'forecast', 'owners'] as const),
] as const;

/** A section for each part that has something to tell; one line names the others. */
function ownReview(sources: ReviewSources): string {
  const words = reviewWords('en');
  const sections = HEADED.map(part => ({
    ...{ part, heading: words.headings[part] },
    lines: partLines(part, sources),
  }));
  const empty = sections.filter(({ lines }) => !lines.length).map(({ part }) => part);
  return [
    `# ${words.title(sources.since, sources.report.asOf)}`,
    ...(empty.length ? ['', words.nothing(empty)] : []),
    ...sections.flatMap(({ heading, lines }) => (lines.length ? ['', `## ${heading}`, '', ...lines] : [])),
    '',
  ].join('\n');
}

function partLines(part: ReviewPart, sources: ReviewSources): readonly string[] {
  const { since, report, process, money, linkTo } = sources;
  const words = reviewWords('en');
  const tables = { report, process, money, words: reportWords('en') };
  switch (part) {
    case 'title':
      return [words.title(since, report.asOf)];
    case 'since':
      return [since];
    case 'today':
      return [report.asOf];
    case 'logged':
      return loggedLines(sources.logged);
    case 'due':
      return dueLines(sources.due, report.asOf, linkTo);
    case 'stuck':
      return needsList(tables, linkTo);
    case 'forecast':
      return forecastTable(tables);
    case 'owners':
      return report.owners.length ? ownersTable(tables, linkTo) : [];
    default:
      return [...changeLines(GROUPS[part]!, sources), ...newlyClosed(part, sources)];
  }
}

/** An item for each change; where a part tells several kinds, each says which it is. */
function changeLines(
  groups: readonly GroupOfChanges[],
  { changes, process, money }: ReviewSources,
): string[] {
  const words = betweenWords('en');
  const all = changeGroups({ changes, process, words, money });
  return groups.flatMap(group => {
    const found = all.find(one => one.group === group);
    const name = groups.length > 2 ? found?.name : undefined;
    return (found?.lines ?? []).map(line => `- ${lineText(line, name, money)}`);
  });
}

/** Deals that came and were won or lost within the week: they are new, and that is the least of it. */
function newlyClosed(part: ReviewPart, { since, changes, process, money }: ReviewSources): string[] {
  if (part !== 'won' && part !== 'lost') return [];
  const words = betweenWords('en');
  const all = changeGroups({ changes, process, words, money });
  const news = all.find(({ group }) => group === 'new')?.lines ?? [];
  return news.flatMap(line => {
    const { status, closedOn, lostReason } = latestOf(line.across);
    // What was closed long ago has been added to the pipeline, and not won.
    if (status !== part || (closedOn !== undefined && closedOn < since)) return [];
    return [`- ${lineText({ ...line, said: lostReason ?? '' }, undefined, money)}`];
  });
}

function lineText(
  { title, said, value, on, by }: ChangeLine,
  name: string | undefined,
  money: MoneyFormat,
): string {
  const words = reviewWords('en');
  const what = name === undefined ? prose(said) : words.what(name, prose(said));
  const parts = [...[what, value && money.one(value), on], by && words.by(prose(by, 60))].filter(
    part => part,
  );
  return prose(title) + (parts.length ? ` (${parts.join(', ')})` : '');
}
