import { mixed } from '../../mixed';
import { DEALS, FILES, OPEN_DEALS } from '../counted';
import type { Say } from './say';

/** What stands around the figures: titles, the way out, and where there is nothing to show. */
export function frameWords({ some, count, day, period, rate }: Say) {
  return {
    title: 'Pipeline',
    pipeline: 'Pipeline',
    tabList: 'Views',
    tabs: {
      today: 'Today',
      changes: 'Changes',
      forecast: 'Forecast',
      funnel: 'Funnel',
      time: 'Time in stage',
      process: 'Process',
      whatIf: 'What if',
    },
    skip: 'Skip to Content',
    past: (point: string) => `The pipeline as of ${point}, not now. Nothing here can be changed.`,
    backToNow: 'Back to Now',
    partial: {
      some: (n: number, of?: number) =>
        of === undefined
          ? 'Not all files have been read, so deals are missing here.'
          : `Only ${count(n)} of ${some(of, FILES)} have been read, so deals are missing here.`,
      readRest: 'Read the Rest',
    },
    announced: (n: number, filter: string) => `${some(n, DEALS)}: ${filter}`,
    comeLater: (minSample: number, closed: number) =>
      `Funnel, time in stage, process and what-if appear after ${count(minSample)} closed deals; you have ${count(closed)}.`,
    /** The title of each tab. */
    findings: {
      today: ({
        toDo,
        late,
        open,
      }: {
        readonly toDo: number;
        readonly late: number;
        readonly open: number;
      }) => {
        if (!open) return 'No open deals';
        if (!toDo) return 'No deal needs work today';
        const work = `${count(toDo)} of ${some(open, OPEN_DEALS)} ${toDo === 1 ? 'needs' : 'need'} work`;
        return late ? `${work}, ${count(late)} overdue` : work;
      },
      forecast: (quarter: string, n: number, sums: readonly string[]) =>
        n
          ? `${some(n, DEALS)} due to close in ${period(quarter)}${sums.length ? `: ${sums.join(' + ')}` : ''}`
          : `No deal is due to close in ${period(quarter)}`,
      funnel: (stage: string, share: number) => `${stage} loses the most: ${rate(share)} of its deals`,
      funnelUnknown: 'Too few decided deals to tell where most are lost',
      noLoss: 'No stage loses deals',
      time: (stage: string) => `Deals stay longest in ${stage}`,
      timeUnknown: 'Too few completed stays to tell where deals stay longest',
      process: (share: number | null, n: number) => `${rate(share)} of ${some(n, DEALS)} stayed on the path`,
      processUnknown: 'Too few known paths to tell how the process is followed',
      whatIf: (stage: string) => `A better ${stage} would bring most`,
      whatIfUnknown: 'What a better step would bring',
    },
    viewAsTable: 'View as Table',
    /** Follows a number, for screen readers: what it counts, and what a click does. */
    showDeals: (what: string) => `, ${what}: show deals`,
    showFiles: ': show files',
    export: {
      title: 'Export',
      markdown: 'Copy as Markdown',
      csv: 'Save as CSV',
      svg: 'Save Funnel as SVG',
      png: 'Save Funnel as PNG',
      html: 'Save Printable Page',
      awaited: 'Finding out what changed, for the printable page…',
    },
    empty: {
      noPipeline: 'No pipeline in this workspace',
      whatIsPipeline: <T>(code: (text: string) => T) =>
        mixed<T>`A pipeline is a folder named ${code('deals')}, or any folder with a ${code('sales-process.yaml')}. Each Markdown file in it with a ${code('stage')} is a deal.`,
      noDeals: 'No deals yet',
      whatIsDeal: <T>(code: (text: string) => T) =>
        mixed<T>`A deal is a Markdown file that starts with ${code('---')}, a line like ${code('stage: lead-generation')}, and another ${code('---')}.`,
      notes: (n: number) =>
        ` This folder has ${some(n, { one: 'note', other: 'notes' })} without a stage. Add a stage to make a note a deal.`,
      loading: 'Reading deals…',
      filesRead: (n: number, of?: number) =>
        of === undefined ? 'Looking for files…' : `${count(n)} of ${some(of, FILES)} read so far.`,
      unreadable: 'Can’t read the pipeline',
      createSample: 'Create Sample Pipeline',
      newDeal: 'New Deal…',
    },
    attention: {
      title: 'Files that need attention',
      none: 'All files could be read.',
      some: (n: number) =>
        `${some(n, { one: 'file isn’t', other: 'files aren’t' })} counted above until fixed.`,
      line: (n: number) => `, line ${count(n)}`,
      fix: 'Fix…',
      fixOf: (path: string) => `Fix… ${path}`,
      more: (n: number) => `${some(n, { one: 'more is', other: 'more are' })} in the Pipeline view.`,
    },
    files: {
      all: (n: number) => some(n, FILES),
      deals: { open: 'Open deals', won: 'Won deals', lost: 'Lost deals' },
      open: (n: number) => `${count(n)} open`,
      won: (n: number) => `${count(n)} won`,
      lost: (n: number) => `${count(n)} lost`,
      attention: (n: number) => some(n, { one: 'needs attention', other: 'need attention' }),
      notes: (n: number) => some(n, { one: 'other note', other: 'other notes' }),
      leftOut: (n: number) => `${count(n)} filtered out`,
      dealsLeftOut: 'Deals filtered out',
      notYet: (n: number) => `${count(n)} not started yet`,
      undated: (n: number) => `${count(n)} without a date`,
      dealsInConflict: 'Deals in conflict',
      dealsMisdated: 'Deals with a date that can’t be',
      dealsUndated: 'Deals without a date',
      dealsStageNotKnown: 'Open deals whose stage on that day isn’t known',
      showDeals: (n: number) => `Show ${some(n, DEALS)}`,
      only: <T>(filter: T) => mixed<T>`Showing only ${filter}.`,
      withoutValue: <T>(n: number, deals: (text: string) => T) =>
        mixed<T>`${deals(some(n, { one: 'deal has no value', other: 'deals have no value' }))} and ${n === 1 ? 'isn’t' : 'aren’t'} in any total.`,
      dealsWithoutValue: 'Deals without a value',
      onThatDay:
        'Stage, outcome, close date and log are as of that day, and value, owner and next step where git knows them; checked criteria are today’s.',
      asOf: (date: string) => `As of ${day(date)}`,
    },
  };
}
