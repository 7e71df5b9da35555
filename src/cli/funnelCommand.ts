import type { Command } from 'commander';
import { localDay, type CalendarDate } from '../core/calendar';
import { rewindDeal } from '../core/deal/rewind';
import { funnelReport } from '../core/metrics/funnel';
import { funnelAsText } from './funnelText';
import { toDate } from './options';
import { print, printJson } from './output';
import { complainAboutProcess, openPipeline } from './pipeline';

const HELP = `
Example, how things stood at the end of March:
  $ deal-notes funnel sales --as-of 2026-03-31

In the JSON rates are fractions of 1, times are in days and sums of money are by currency; a figure
with nothing to divide by is null.`;

export function addFunnel(program: Command): void {
  program
    .command('funnel')
    .summary('show where deals leak and where they wait')
    .description('Show how far deals get, where they leak, where they wait, and what is open.')
    .argument('[FOLDER]', "the pipeline's folder", '.')
    .option(
      '--as-of <date>',
      'show the deals as they stood at the end of that day (default: as they are)',
      toDate,
    )
    .option('--json', 'print JSON')
    .addHelpText('after', HELP)
    .action((folder: string, { asOf, json }: { asOf?: CalendarDate; json?: true }) => {
      const { root, pipeline, processProblems } = openPipeline(folder);
      complainAboutProcess(root, processProblems);
      const deals = asOf
        ? [...pipeline.deals()].map(deal => rewindDeal(deal, asOf)).filter(deal => deal !== undefined)
        : pipeline.deals();
      const report = funnelReport(deals, pipeline.files, pipeline.process, asOf ?? localDay(new Date()));
      if (json) printJson(report);
      else print(funnelAsText(report, pipeline.process));
    });
}
