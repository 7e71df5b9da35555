import { oneLine } from '../../oneLine';
import type { FieldSaid } from './written';

/** What a field says, on one line, as it is: to be escaped where it is shown. Empty where it says nothing. */
export function saidText(said: FieldSaid): string {
  if (said === undefined || said === null) return '';
  if (typeof said !== 'object') return oneLine(String(said));
  return said
    .map(item =>
      typeof item === 'string' ? item : String(item['name'] ?? item['email'] ?? item['role'] ?? ''),
    )
    .join(', ');
}
