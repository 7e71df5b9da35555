import { cutFrontMatter } from '../../frontMatter/cut';
import { placesIn } from '../../frontMatter/places';
import { match } from '../entry';
import { readDeal } from '../readDeal';
import type { FileToWrite } from './writePast';

/**
 * In which line of a deal's file an event of its history stands, counted from 1; the first where that is not to be found.
 *
 * @param event its place in the deal's history, from 0
 */
export function lineOfEntry({ path, text, process }: FileToWrite, event: number): number {
  const cut = cutFrontMatter(text, process.fields);
  if (cut.kind !== 'found') return 1;
  const entry = match(readDeal(path, text, process), {
    deal: ({ historyAt }) => historyAt?.[event] ?? event,
    attention: () => event,
    note: () => event,
  });
  return placesIn(text, cut.frontMatter, process.fields, 'history')(['history', entry]).line;
}
