import { Type } from 'typebox';
import { BRIDGE_PARTS } from '../../../changes/bridge';
import { EVENT_KINDS } from '../../../changes/event';
import { currency, day, exact, oneOf, text, version, type Published } from './values';

const side = (description: string) =>
  Type.Union([Type.String(), Type.Number(), Type.Null()], { description });

const event = exact({
  kind: oneOf(EVENT_KINDS),
  path: text(
    'Relative to the top of the repository, with “/” between its parts; where there is none, to the pipeline’s folder.',
  ),
  title: text(),
  from: side(
    'A stage, “won” or “lost”; an amount, a currency, a date, a name or a text, as the kind has it; null where there was none.',
  ),
  to: side('The same at the second point.'),
  slipped: Type.Optional(
    Type.Literal(true, {
      description:
        'The close date was in the period of the first point, and is after it now. Also of a new deal.',
    }),
  ),
  on: Type.Optional(
    day('The day of the commit, where its author was; else the one that the deal’s own lines give.'),
  ),
  by: Type.Optional(text('Who made the commit.')),
});
export type DealEventJson = Published<typeof event>;

const numbers = ['from', ...BRIDGE_PARTS, 'to'] as const;
const bridge = exact(
  Object.fromEntries(numbers.map(number => [number, Type.Number()])) as Record<
    (typeof numbers)[number],
    ReturnType<typeof Type.Number>
  >,
  { description: 'from + all parts = to, exactly; what leaves is negative.' },
);

export const between = exact(
  {
    version,
    from: text('A day (its end), a commit’s full name, “staged” or “now”.'),
    to: text('The same.'),
    events: Type.Array(event, { description: 'One at most of each kind for each deal, by path.' }),
    bridge: Type.Record(currency, bridge, { description: 'By currency; how the open total came to be.' }),
  },
  { title: 'What changed between two points: deal-notes changes --json' },
);
export type BetweenJson = Published<typeof between>;
