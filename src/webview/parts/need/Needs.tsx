import { useState } from 'preact/hooks';
import type { DealInNeed, Need, NeedKind } from '../../../core/metrics/inNeed';
import type { Action } from '../../../shared/fromPage';
import { formatAmount, formatCount, formatDay, formatDays, formatNumber, plural } from '../../format';
import { send } from '../../host';
import { labelOf, useSheet } from '../../sheetContext';
import { Behind } from '../Behind';
import { Answer } from '../Question';

/** So many are shown at first. */
const FIRST = 8;

/** The open deals that most need something, why, and what to do about it. */
export function Needs() {
  const { report, inNeed } = useSheet();
  const [shown, setShown] = useState(FIRST);
  const deals = report.inNeed.slice(0, shown);
  const more = Math.min(report.inNeed.length, shown * 3) - deals.length;
  if (!deals.length) {
    return (
      <Answer id="needs" title="Deals that need something">
        <p class="note">Every open deal has a next step in time, and none stays too long.</p>
      </Answer>
    );
  }
  const says = (
    <>
      <Behind figure={{ kind: 'inNeed' }} words="Deals that need something" by="inNeed">
        {plural(inNeed, 'open deal', 'open deals')}
      </Behind>{' '}
      {inNeed === 1 ? 'needs' : 'need'} something, those in most need first.
    </>
  );
  return (
    <Answer id="needs" title="Deals that need something" says={says}>
      <ol class="needs">
        {deals.map(deal => (
          <NeedRow key={deal.path} deal={deal} />
        ))}
      </ol>
      {more > 0 && (
        <button type="button" class="link" onClick={() => setShown(shown * 3)}>
          Show {formatCount(more)} more
        </button>
      )}
    </Answer>
  );
}

function NeedRow({ deal }: { deal: DealInNeed }) {
  const sheet = useSheet();
  const { path, title, stage, value, owner, needs } = deal;
  const facts = [labelOf(sheet, stage), value && formatAmount(value.amount, value.currency), owner];
  const { action, label } = remedy(needs);
  return (
    <li>
      <div class="who">
        <button type="button" class="link" onClick={() => send({ type: 'openFile', path })}>
          {title}
        </button>
        <span class="note">{facts.filter(fact => fact).join(' · ')}</span>
      </div>
      <ul class="why">
        {needs.map(need => (
          <li key={need.kind} class={need.kind === 'criteriaOpen' ? 'criteria' : undefined}>
            <NeedWords need={need} />
          </li>
        ))}
      </ul>
      <button
        type="button"
        class="secondary"
        aria-label={`${label}: ${title}`}
        onClick={() => send({ type: 'act', action, path })}
      >
        {label}
      </button>
    </li>
  );
}

function NeedWords({ need }: { need: Need }) {
  const { criteria } = useSheet();
  switch (need.kind) {
    case 'stalled':
      return (
        <>
          {formatDays(need.days)} here, more than {formatCount(need.limit)}
        </>
      );
    case 'unusual':
      return (
        <>
          longer here than nine in ten before ({formatNumber(need.p90)} days, n = {formatCount(need.n)})
        </>
      );
    case 'idle':
      return <>untouched for {formatDays(need.days)}</>;
    case 'noNextStep':
      return <>no next step</>;
    case 'nextStepOverdue':
      return <>next step {formatDays(need.days)} overdue</>;
    case 'closeDatePassed':
      return <>close date {formatDay(need.on)} has passed</>;
    case 'pushed':
      return <>close date pushed {need.times === 1 ? 'once' : `${formatCount(need.times)} times`}</>;
    case 'criteriaOpen':
      return <>open: {need.ids.map(id => criteria[id] ?? id).join('; ')}</>;
  }
}

const REMEDIES: readonly (readonly [NeedKind, Action, string])[] = [
  ['nextStepOverdue', 'completeNextStep', 'Complete step…'],
  ['noNextStep', 'setNextStep', 'Set next step…'],
  ['closeDatePassed', 'setCloseDate', 'Set close date…'],
  ['idle', 'logActivity', 'Log activity…'],
  ['stalled', 'setStage', 'Move…'],
  ['unusual', 'setStage', 'Move…'],
  ['pushed', 'setCloseDate', 'Set close date…'],
];

/** What helps first. Who stays too long and has a next step is asked what is to become of it. */
function remedy(needs: readonly Need[]): { action: Action; label: string } {
  const [, action, label] =
    REMEDIES.find(([kind]) => needs.some(need => need.kind === kind)) ??
    (['stalled', 'setStage', 'Move…'] as const);
  return { action, label };
}
