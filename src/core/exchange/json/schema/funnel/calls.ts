import { Type } from 'typebox';
import { count, day, exact, money, orNull, text, type Published } from '../values';
import { figure } from './figures';

const said = exact({ on: day(), call: money });
export type SaidCallJson = Published<typeof said>;

const owner = exact({
  owner: orNull(text(), 'As forecast.yaml has the name; null is the team.'),
  atBegin: orNull(said, 'The last call before the quarter began.'),
  atMiddle: orNull(said, 'The last call up to the quarter’s middle; null before that day, too.'),
  latest: said,
  before: orNull(said, 'The call before the latest one.'),
  won: Type.Number({
    description:
      'In the currency of the latest call, as all sums here; other currencies at the team’s rates.',
  }),
  commit: Type.Number(),
  bestCase: Type.Number(),
  quota: orNull(money),
  difference: Type.Number({ description: 'call − won: above 0, less came than was called.' }),
  accuracy: figure(
    '1 − |call − won| / won, at least 0; null until the quarter is over, and if nothing was won.',
  ),
  without: Type.Array(Type.String(), {
    description: 'The currencies left out: the team has no rate for them.',
  }),
});
export type OwnerCallsJson = Published<typeof owner>;

const quarter = exact({
  period: text('2026-Q4'),
  first: day(),
  last: day(),
  isOver: Type.Boolean(),
  owners: Type.Array(owner, { description: 'By name, the team last.' }),
});
export type CalledQuarterJson = Published<typeof quarter>;

export const calls = exact({
  quarters: Type.Array(quarter),
  accuracy: Type.Array(
    exact({
      owner: orNull(text(), 'null is the team.'),
      accuracy: Type.Number({ description: 'The mean over the quarters.' }),
      n: count('So many quarters.'),
    }),
  ),
});
export type CallsJson = Published<typeof calls>;
