import type { CalledQuarter, CallsReport, OwnerCalls, SaidCall } from '../../core/metrics/calls';
import type { ReportSources } from './sources';

/** A table with its heading; `align` is of its columns, right or left. */
export interface TextTable {
  readonly heading: readonly string[];
  readonly rows: readonly (readonly string[])[];
  readonly align: string;
}

/** What is called for the quarter that is running, and for those to come, beside what there is for it. */
export function callRows(
  { quarters }: CallsReport,
  { words, money }: ReportSources,
  name: (text: string) => string,
): TextTable {
  const said = words.calls;
  const open = quarters.filter(({ isOver }) => !isOver);
  const hasQuota = open.some(({ owners }) => owners.some(({ quota }) => quota));
  const row =
    ({ period }: CalledQuarter) =>
    ({ owner, latest, before, won, commit, bestCase, quota, without }: OwnerCalls): string[] => {
      const { currency } = latest.money;
      const rest = without.length ? ` (${words.noRate(without)})` : '';
      return [
        period,
        owner === null ? said.team : name(owner),
        money.one(latest.money),
        latest.on,
        before ? money.one(before.money) : '',
        money.one({ amount: won, currency }) + rest,
        ...[commit, bestCase].map(amount => money.one({ amount, currency })),
        ...(hasQuota ? [quota ? money.one(quota) : ''] : []),
      ];
    };
  return {
    heading: [
      ...[said.quarter, said.owner, said.call, said.on, said.before, said.won, said.commit, said.bestCase],
      ...(hasQuota ? [said.quota] : []),
    ],
    rows: open.flatMap(quarter => quarter.owners.map(row(quarter))),
    align: `llrlrrrr${hasQuota ? 'r' : ''}`,
  };
}

/** The calls of the quarters that are over, the last one first, against what was won in them. */
export function pastCallRows(
  { quarters }: CallsReport,
  { words, money }: ReportSources,
  name: (text: string) => string,
): TextTable {
  const said = words.calls;
  const one = (call: SaidCall | null) => (call ? money.one(call.money) : '');
  const past = quarters.filter(({ isOver }) => isOver).reverse();
  const rows = past.flatMap(({ period, owners }) =>
    owners.map(({ owner, atBegin, atMiddle, latest, won, accuracy, without }) => [
      period,
      owner === null ? said.team : name(owner),
      ...[atBegin, atMiddle, latest].map(one),
      money.one({ amount: won, currency: latest.money.currency }) +
        (without.length ? ` (${words.noRate(without)})` : ''),
      words.percent(accuracy),
    ]),
  );
  return {
    heading: [
      ...[said.quarter, said.owner, said.atBegin, said.atMiddle, said.final, said.won, said.accuracy],
    ],
    rows,
    align: 'llrrrrr',
  };
}

/** How near the final calls of each owner came on average; “too few” below `min_sample` quarters. */
export function accuracyLines(
  { accuracy }: CallsReport,
  { words, process }: ReportSources,
  name: (text: string) => string,
): string[] {
  const { calls: said } = words;
  return accuracy.map(({ owner, accuracy: mean, n }) => {
    const figure = n < process.minSample ? words.tooFew(n) : words.percent(mean);
    const of = n < process.minSample ? '' : ` (${said.ofQuarters(n)})`;
    return `${owner === null ? said.team : name(owner)}: ${figure}${of}`;
  });
}
