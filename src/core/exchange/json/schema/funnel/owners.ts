import { Type } from 'typebox';
import { count, exact, orNull, text, type Published } from '../values';
import { dealSum, open } from './figures';
import { coverage } from './forecast';

export const owner = exact({
  owner: orNull(text(), 'null for the deals without one.'),
  open,
  won: Type.Object(dealSum.properties, {
    additionalProperties: false,
    description: 'In the running quarter.',
  }),
  coverage: orNull(coverage, 'Of the running quarter; null if the owner has no quota.'),
  slipped: Type.Object(dealSum.properties, {
    additionalProperties: false,
    description: 'Open deals that were to close in the running quarter and now close after it.',
  }),
  activities: count('Lines of the logs dated since last Monday.'),
  oldestUntouched: orNull(
    exact({ path: text(), title: text(), days: count() }),
    'The open deal without an activity for longest; null if no day is known.',
  ),
});
export type OwnerJson = Published<typeof owner>;
