import { l10n } from 'vscode';
import { nameOf } from '../actions/address';
import type { Clock } from '../actions/ports/clock';
import { dealFilter } from '../core/filter/dealFilter';
import { filterIn } from '../core/filter/picked';
import type { DealFilter } from '../core/filter/table';
import { moneyIn } from '../core/moneyFormat';
import { plannedIn } from '../core/planned/planned';
import { asICalendar } from '../core/text/iCalendar';
import { toAddress } from '../files/editor/addresses';
import { saveFile } from '../files/editor/saveFile';
import { ofNow } from '../files/editor/travel/ofNow';
import type { Moment } from '../files/editor/travel/travel';
import type { Pipelines } from '../files/pipelines';
import { calendarDays, calendarWords, notesOnCalendar } from '../words/calendar';
import { notesOnFile } from './notesOnFile';
import { whichFolder } from './whichFolder';

/** Saves next steps, to-dos and close dates of the deals that the views show as a file for calendars, always as they are now. */
export async function exportCalendar(
  pipelines: Pipelines,
  clock: Clock,
  filter: DealFilter,
  at: Pick<Moment, 'words'> | undefined,
): Promise<void> {
  const folder = await whichFolder(pipelines, l10n.t('Export Calendar'));
  if (!folder) return;
  const { process, currencies } = folder.pipeline;
  const name = nameOf(toAddress(folder.uri));
  const deals = () => {
    const isMeant = dealFilter(filterIn(filter, folder.uri.toString()), { process, asOf: pipelines.today });
    return [...folder.pipeline.deals()].filter(isMeant);
  };
  const planned = () => plannedIn(deals(), pipelines.today);
  const make = () => {
    // As on the command line, so that one brings the days of the other up to date.
    const days = calendarDays(planned().things, folder.uri.path, process, moneyIn(currencies));
    return new TextEncoder().encode(asICalendar(days, calendarWords('en').name(name), clock.now()));
  };
  const notes = [
    ofNow(at),
    ...notesOnCalendar(planned()),
    ...notesOnFile(deals(), folder.pipeline.files.needsAttention),
  ].filter(note => note !== undefined);
  await saveFile(folder.uri, {
    name,
    ending: 'ics',
    kind: l10n.t('Calendar'),
    note: notes.join('. ') || undefined,
    make,
  });
}
