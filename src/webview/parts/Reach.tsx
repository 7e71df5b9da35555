import type { FunnelSheet, SheetStage } from '../../shared/funnelSheet';
import { stageKey } from '../definitions';
import { formatCount } from '../format';
import { conversionsOf, type Conversion } from '../conversion';
import { conversionWords } from '../conversionWords';
import { Defined } from './Defined';
import { Drawing } from './Drawing';
import { Insight } from './Insight';

/** The funnel of reach: a table of the seven stages, with the drawing in its middle. */
export function Reach({ sheet }: { sheet: FunnelSheet }) {
  const conversions = conversionsOf(sheet);
  return (
    <section aria-labelledby="funnel-heading">
      <h2 id="funnel-heading">How far deals get</h2>
      <Insight sheet={sheet} />
      <Legend />
      <div class="funnel">
        <Drawing sheet={sheet} />
        <table>
          <thead>
            <tr>
              <th scope="col">Stage</th>
              <th scope="col">
                <span class="visually-hidden">Conversion to the next stage</span>
              </th>
              <th scope="col" class="count">
                <Defined by="reached">Reached</Defined>
              </th>
              <th scope="col" class="count part">
                <Defined by="pending">Pending</Defined>
              </th>
              <th scope="col" class="count part">
                <Defined by="lostAt">Lost</Defined>
              </th>
            </tr>
          </thead>
          <tbody>
            {sheet.stages.map((stage, k) => (
              <StageRow key={stage.stage} stage={stage} conversion={conversions[k]!} />
            ))}
            <tr class="end" data-tip="wonEnd">
              <th scope="row">
                <Defined by="wonEnd">Won</Defined>
              </th>
              <td />
              <td class="count">{formatCount(sheet.won.count)}</td>
              <td class="count part" />
              <td class="count part" />
            </tr>
          </tbody>
        </table>
      </div>
    </section>
  );
}

function StageRow({ stage, conversion }: { stage: SheetStage; conversion: Conversion }) {
  const { label, lost, pending, reached } = stage;
  const { rate, cases } = conversionWords(conversion);
  const parts = [pending && `${formatCount(pending)} pending`, lost && `${formatCount(lost)} lost`].filter(
    Boolean,
  );
  return (
    <tr data-tip={stageKey(stage)}>
      <th scope="row">
        <span class="label">
          <Defined by={stageKey(stage)}>{label}</Defined>
        </span>
        <span class="parts">{parts.join(' · ')}</span>
      </th>
      <td>
        <span class="visually-hidden">
          {rate} {cases && `(${cases})`}
        </span>
      </td>
      <td class="count">{formatCount(reached)}</td>
      <Part count={pending} />
      <Part count={lost} />
    </tr>
  );
}

function Part({ count }: { count: number }) {
  return <td class={count ? 'count part' : 'count part none'}>{formatCount(count)}</td>;
}

function Legend() {
  return (
    <ul class="legend" aria-label="What the drawing’s surfaces mean">
      <Key name="on">went on</Key>
      <Key name="pending">pending: open, not further yet</Key>
      <Key name="lost">lost here</Key>
    </ul>
  );
}

function Key({ name, children }: { name: string; children: string }) {
  return (
    <li>
      <svg width="20" height="12" aria-hidden="true">
        <rect class={`bar ${name}`} x="0.5" y="0.5" width="19" height="11" />
        {name === 'pending' && <rect class="hatching" x="0.5" y="0.5" width="19" height="11" />}
      </svg>
      {children}
    </li>
  );
}
