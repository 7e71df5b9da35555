import type { CalendarDate } from '../calendar';

/** What the calls of the sample were on a day on which somebody made one. */
export interface CallsOfDay {
  readonly on: CalendarDate;
  /** `dana`, or `team`. */
  readonly owner: string;
  readonly text: string;
}

const OWNER = /^(\w+):$/m;
const CALL = /^ {2}- \{on: (\d{4}-\d{2}-\d{2}),/;

/**
 * The `forecast.yaml` of the sample as it stood whenever an owner had made calls, the last of them as it stands: a paragraph an
 * owner, a line a call. For the sample alone, whose layout it knows.
 */
export function callHistory(text: string): readonly CallsOfDay[] {
  const paragraphs = text.trimEnd().split('\n\n');
  const owners = paragraphs.map(one => OWNER.exec(one)![1]!);
  const made = paragraphs.flatMap((one, at) =>
    [...new Set(one.split('\n').flatMap(line => CALL.exec(line)?.[1] ?? []))].map(on => ({ on, at })),
  );
  made.sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : a.at - b.at));
  return made.map(({ on, at }) => {
    const until = (line: string, owner: number) => {
      const day = CALL.exec(line)?.[1];
      return day === undefined || day < on || (day === on && owner <= at);
    };
    const past = paragraphs.flatMap((one, owner) => {
      const lines = one.split('\n').filter(line => until(line, owner));
      return lines.some(line => CALL.test(line)) ? [lines.join('\n')] : [];
    });
    return { on: on as CalendarDate, owner: owners[at]!, text: `${past.join('\n\n')}\n` };
  });
}
