import { isField, type Field } from '../fields/table';
import { guessByHead } from '../intake/guess';

/** The field that people mean by a key, as heads of tables are read; nothing where that says nothing. */
export function fieldMeant(key: string): Field | undefined {
  const target = guessByHead(key);
  // In a table it may be anything that closes; in a note of a deal it’s the day.
  if (target === 'close_day' || /^clos(?:e|es|ing)$/i.test(key)) return 'close_date';
  if (target === 'contact') return 'contacts';
  return typeof target === 'string' && isField(target) ? target : undefined;
}

/** Whether a key is one of those by which people call a stage. */
export function mayMeanStage(key: string): boolean {
  return guessByHead(key) === 'stage';
}
