import type { CalledQuarter, OwnerCalls, SaidCall } from '../../../core/metrics/calls';
import { forecastKey } from '../../../words/definition';
import { send } from '../../host';
import { useSheet } from '../../sheetContext';
import { say, words } from '../../words';
import { Defined } from '../Defined';
import { Grid } from '../Grid';
import { Answer } from '../Question';

const { calls: said } = words;

/** Quarters before these are in the report and on the command line. */
const PAST = 8;

/** What was called, against what came; left out where the filter leaves only some deals of an owner. */
export function Calls() {
  const { report, past: moment, minSample } = useSheet();
  const { calls } = report;
  if (!calls) return null;
  const { quarters, accuracy } = calls;
  const open = quarters.filter(({ isOver }) => !isOver);
  const past = quarters.filter(({ isOver }) => isOver).reverse();
  const set = moment === null && (
    <div class="controls">
      <button type="button" class="secondary" onClick={() => send({ type: 'setCall' })}>
        {said.set}
      </button>
    </div>
  );
  return (
    <Answer id="calls" title={said.title} controls={set} says={quarters.length ? undefined : said.empty}>
      {open.length > 0 && <OpenCalls of={open} />}
      {past.length > 0 && <h4>{said.past}</h4>}
      {past.length > 0 && <PastCalls of={past.slice(0, PAST)} />}
      {accuracy.length > 0 && (
        <p class="note">
          {said.averages(
            accuracy.map(({ owner, accuracy: mean, n }) => ({ owner, mean, n, isThin: n < minSample })),
          )}
        </p>
      )}
    </Answer>
  );
}

/** For the quarter that is running, and for those to come. */
function OpenCalls({ of }: { of: readonly CalledQuarter[] }) {
  const hasQuota = of.some(({ owners }) => owners.some(({ quota }) => quota));
  return (
    <div class="scrolling" tabIndex={0} role="group" aria-label={said.title}>
      <Grid class="open calls">
        <thead>
          <tr>
            <th scope="col">{said.owner}</th>
            <th scope="col">{said.quarter}</th>
            <th scope="col" class="money">
              <Defined by="call">{said.call}</Defined>
            </th>
            <th scope="col">{said.on}</th>
            <th scope="col" class="money">
              {said.before}
            </th>
            {(['closed', 'commit', 'best_case'] as const).map(sum => (
              <th key={sum} scope="col" class="money">
                <Defined by={forecastKey(sum)}>{words.forecast.sums[sum]}</Defined>
              </th>
            ))}
            {hasQuota && (
              <th scope="col" class="money">
                <Defined by="quota">{said.quota}</Defined>
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {of.flatMap(({ period, owners }) =>
            owners.map(one => (
              <tr key={`${period} ${one.owner}`}>
                <th scope="row">{one.owner ?? said.team}</th>
                <td>{say.period(period)}</td>
                <td class="money">{amountOf(one.latest)}</td>
                <td>{say.day(one.latest.on)}</td>
                <td class="money">{amountOf(one.before)}</td>
                {[one.won, one.commit, one.bestCase].map((amount, at) => (
                  <td key={at} class="money">
                    {sumOf(amount, one)}
                  </td>
                ))}
                {hasQuota && (
                  <td class="money">{one.quota ? say.amount(one.quota.amount, one.quota.currency) : '–'}</td>
                )}
              </tr>
            )),
          )}
        </tbody>
      </Grid>
    </div>
  );
}

/** Of the quarters that are over, the last one first. */
function PastCalls({ of }: { of: readonly CalledQuarter[] }) {
  return (
    <div class="scrolling" tabIndex={0} role="group" aria-label={said.past}>
      <Grid class="open calls">
        <thead>
          <tr>
            <th scope="col">{said.owner}</th>
            <th scope="col">{said.quarter}</th>
            {[said.atBegin, said.atMiddle, said.final, said.won].map(name => (
              <th key={name} scope="col" class="money">
                {name}
              </th>
            ))}
            <th scope="col" class="money">
              <Defined by="accuracy">{said.accuracy}</Defined>
            </th>
          </tr>
        </thead>
        <tbody>
          {of.flatMap(({ period, owners }) =>
            owners.map(one => (
              <tr key={`${period} ${one.owner}`}>
                <th scope="row">{one.owner ?? said.team}</th>
                <td>{say.period(period)}</td>
                {[one.atBegin, one.atMiddle, one.latest].map((call, at) => (
                  <td key={at} class="money">
                    {amountOf(call)}
                  </td>
                ))}
                <td class="money">{sumOf(one.won, one)}</td>
                <td class="money">{one.accuracy === null ? '–' : say.rate(one.accuracy)}</td>
              </tr>
            )),
          )}
        </tbody>
      </Grid>
    </div>
  );
}

function amountOf(call: SaidCall | null): string {
  return call ? say.amount(call.money.amount, call.money.currency) : '–';
}

function sumOf(amount: number, { latest }: OwnerCalls): string {
  return say.amount(amount, latest.money.currency);
}
