/**
 * What puts an open deal on the list of what to do today, in the order that counts where a team has set none: a next step that is overdue or due today, no
 * activity, too long in the stage, a close date that has passed or is near with exit criteria open, no next step, a close
 * date that was pushed often, something missing that the team's `warn` asks for.
 */
export const TODAY_RULES = [
  'overdue',
  'due',
  'quiet',
  'stalled',
  'close_date',
  'no_next_step',
  'pushed',
  'missing',
] as const;
export type TodayRule = (typeof TODAY_RULES)[number];
