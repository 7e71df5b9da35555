import type { CalendarDate } from '../calendar';
import type { Money } from '../money';

/** What an owner says a quarter will bring, won deals included: the forecast call of a day. */
export interface Call {
  /** As the file has the name; `team` is the team's own call. */
  readonly owner: string;
  /** `2026-Q4` */
  readonly period: string;
  readonly on: CalendarDate;
  readonly money: Money;
}

/** In the place of an owner's name, as in quotas: the call for the whole team. */
export const TEAM = 'team';
