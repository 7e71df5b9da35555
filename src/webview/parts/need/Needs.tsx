import { useState } from 'preact/hooks';
import type { DealInNeed, Need, NeedKind } from '../../../core/metrics/inNeed';
import { saidNeeds } from '../../../words/needs';
import { send } from '../../host';
import { labelOf, useSheet } from '../../sheetContext';
import { Behind } from '../Behind';
import { Answer } from '../Question';
import { say, words } from '../../words';

const { needs: said } = words;

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
      <Answer id="needs" title={said.title}>
        <p class="note">{said.none}</p>
      </Answer>
    );
  }
  const says = said.says(inNeed, text => (
    <Behind figure={{ kind: 'inNeed' }} words={said.title} by="inNeed">
      {text}
    </Behind>
  ));
  return (
    <Answer id="needs" title={said.title} says={says}>
      <ol class="needs">
        {deals.map(deal => (
          <NeedRow key={deal.path} deal={deal} />
        ))}
      </ol>
      {more > 0 && (
        <button type="button" class="link" onClick={() => setShown(shown * 3)}>
          {said.showMore(more)}
        </button>
      )}
    </Answer>
  );
}

function NeedRow({ deal }: { deal: DealInNeed }) {
  const sheet = useSheet();
  const { path, title, stage, value, owner, needs } = deal;
  const facts = [labelOf(sheet, stage), value && say.amount(value.amount, value.currency), owner];
  const action = remedy(needs);
  const label = said.remedies[action];
  return (
    <li>
      <div class="who">
        <button type="button" class="link" onClick={() => send({ type: 'openFile', path })}>
          {title}
        </button>
        <span class="note">{facts.filter(fact => fact).join(' · ')}</span>
      </div>
      <ul class="why">
        {saidNeeds(needs).map(need => (
          <li key={need.kind} class={need.kind === 'criteriaOpen' ? 'criteria' : undefined}>
            {said.need(need, id => sheet.criteria[id] ?? id)}
          </li>
        ))}
      </ul>
      <button
        type="button"
        class="secondary"
        aria-label={said.remedyFor(label, title)}
        onClick={() => send({ type: 'act', action, path })}
      >
        {label}
      </button>
    </li>
  );
}

const REMEDIES: readonly (readonly [NeedKind, keyof typeof said.remedies])[] = [
  ['nextStepOverdue', 'completeNextStep'],
  ['noNextStep', 'setNextStep'],
  ['closeDatePassed', 'setCloseDate'],
  ['idle', 'logActivity'],
  ['stalled', 'setStage'],
  ['unusual', 'setStage'],
  ['pushed', 'setCloseDate'],
];

/** What helps first. Who stays too long and has a next step is asked what is to become of it. */
function remedy(needs: readonly Need[]): keyof typeof said.remedies {
  return REMEDIES.find(([kind]) => needs.some(need => need.kind === kind))?.[1] ?? 'setStage';
}
