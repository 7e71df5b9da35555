import { Type } from 'typebox';
import { count, day, daysFromGit, exact, money, orNull, stage, text, type Published } from '../values';

const value = orNull(money, 'What counts: where the value recurs, that of the contract.');

export const openDeal = exact({
  path: text(),
  title: text(),
  owner: orNull(text()),
  value,
  stage,
  days: orNull(count(), 'In its stage; null if unknown.'),
  daysIdle: orNull(count(), 'Since the last activity.'),
  stalled: Type.Boolean({ description: 'Longer in the stage than its stalled_after.' }),
  idle: Type.Boolean({ description: 'No activity for longer than idle_after, and nothing planned.' }),
  unusual: Type.Boolean({ description: 'Longer in the stage than 90% of completed stays.' }),
  fromGit: Type.Optional(daysFromGit('days')),
});
export type OpenDealJson = Published<typeof openDeal>;

const of = <const K extends string>(kind: K) => Type.Literal(kind);

export const need = Type.Union([
  exact({ kind: of('stalled'), days: count(), limit: count() }),
  exact({ kind: of('unusual'), days: count(), p90: Type.Number(), n: count() }),
  exact({ kind: of('idle'), days: count(), limit: count() }),
  exact({ kind: of('noNextStep') }),
  exact({ kind: of('fewContacts'), n: count(), least: count() }),
  exact({ kind: of('noDecisionMaker') }),
  exact({ kind: of('noValue') }),
  exact({ kind: of('unanswered'), times: count('How many of the last lines of the log.') }),
  exact({ kind: of('nextStepOverdue'), on: day(), days: count() }),
  exact({ kind: of('closeDatePassed'), on: day(), days: count() }),
  exact({ kind: of('pushed'), times: count('How often the close date was moved to a later day.') }),
  exact({ kind: of('criteriaOpen'), ids: Type.Array(text()) }),
]);
export type NeedJson = Published<typeof need>;

export const dealInNeed = exact({
  path: text(),
  title: text(),
  owner: orNull(text()),
  stage,
  value,
  days: orNull(count(), 'In its stage; null if unknown.'),
  needs: Type.Array(need, { minItems: 1 }),
});
export type DealInNeedJson = Published<typeof dealInNeed>;
