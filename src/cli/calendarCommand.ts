import { basename } from 'node:path';
import type { Command } from 'commander';
import { leave } from '../core/filter/leave';
import { moneyIn } from '../core/moneyFormat';
import { plannedIn } from '../core/planned/planned';
import { filterMeant } from './filterMeant';
import { addFilterOptions, type FilterOptions } from './filterOptions';
import { openAloud } from './openAloud';
import { complain, printText } from './output';
import type { Session } from './session';

const HELP = `
Examples:
  $ deal-notes calendar > deals.ics
  $ deal-notes calendar sales --owner me > mine.ics

Imported again, a later file brings the days of an earlier one up to date; finished items are left out.`;

export function addCalendar(program: Command, session: Session): void {
  const { terminal } = session;
  const command = program
    .command('calendar')
    .summary('print next steps, to-dos and close dates for a calendar')
    .description('Print next steps, dated to-dos and close dates of the open deals as iCalendar.')
    .argument('[FOLDER]', "the pipeline's folder", '.');
  addFilterOptions(command)
    .addHelpText('after', HELP)
    .action(
      session.ends(async (folder: string, options: FilterOptions) => {
        const opened = await openAloud(terminal, folder);
        const { process, currencies } = opened.pipeline;
        const filter = await filterMeant(options, terminal, opened);
        const today = terminal.clock.today();
        const { pipeline } = leave(opened.pipeline, filter, today);
        // Not at the start: every other call would wait for it.
        const { calendarDays, calendarWords, notesOnCalendar } = await import('../words/calendar');
        const { complainOfUnread, noteOnConflicts } = await import('./listTables');
        const { asICalendar } = await import('../core/text/iCalendar');
        const name = basename(opened.folder);
        const planned = plannedIn(pipeline.deals(), today);
        const days = calendarDays(planned.things, opened.folder, process, moneyIn(currencies));
        for (const note of notesOnCalendar(planned)) complain(terminal, `${note}.`);
        for (const note of noteOnConflicts([...pipeline.deals()])) complain(terminal, note);
        complainOfUnread(terminal, opened.pipeline.files.needsAttention);
        printText(terminal, asICalendar(days, calendarWords('en').name(name), terminal.clock.now()));
      }),
    );
}
