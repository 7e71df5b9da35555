import type { Process } from '../process/process';
import type { DealChange, Opened } from './changeDeal';
import { stageSections } from './checklist';
import { textsIn } from '../frontMatter/edit/setTexts';
import { readNotes } from '../notes/readNotes';

/**
 * Ticks exit criteria, or takes their ticks away, where they stand: in the notes if they are there, else in `checks`. What
 * is as it should be stays.
 *
 * @param wishes the ids of criteria, and whether each is met
 */
export function checkOff(
  { deal, data }: Opened,
  text: string,
  process: Process,
  wishes: ReadonlyMap<string, boolean>,
): DealChange {
  const items = stageSections(readNotes(text), process).flatMap(section => section.items);
  const written = Object.hasOwn(data, 'checks') ? textsIn(data['checks']) : [];
  const checks = written.filter(id => wishes.get(id) !== false);
  const body = [];
  for (const [id, isMet] of wishes) {
    const own = items.filter(item => item.id === id);
    const wrong = own.filter(({ isTicked }) => isTicked !== isMet);
    if (!isMet) body.push(...wrong);
    else if (deal.checks.includes(id)) continue;
    else if (wrong[0]) body.push(wrong[0]);
    else checks.push(id);
  }
  return {
    frontMatter: { texts: { checks } },
    body: body.map(({ at, isTicked }) => ({ start: at, end: at + 1, text: isTicked ? ' ' : 'x' })),
  };
}
