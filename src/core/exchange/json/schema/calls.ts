import { Type } from 'typebox';
import { calls as report } from './funnel/calls';
import { refused } from './moves';
import { day, exact, money, text, type Published } from './values';

const set = exact({
  path: text('The file of the calls.'),
  ok: Type.Literal(true),
  owner: text('As forecast.yaml has the name; “team” is the team.'),
  period: text('2026-Q4'),
  on: day(),
  call: money,
  instead: Type.Optional(money),
  diff: Type.Optional(text('The change as a unified diff, with --dry-run.')),
});
export type CallSetJson = Published<typeof set>;

export const calls = Type.Union([report, Type.Array(Type.Union([set, refused]))], {
  title: 'The calls against what came, or the call that was set: deal-notes call --json',
});
