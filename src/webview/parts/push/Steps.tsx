import type { ComponentChildren } from 'preact';
import {
  DAYS_PER_MONTH,
  type WhatIfBase,
  type WhatIfChange,
  type WhatIfStep,
} from '../../../core/metrics/whatIf';
import { labelOf, useSheet } from '../../sheetContext';
import { Behind } from '../Behind';
import { Defined } from '../Defined';
import { flowOf, withEntries, withStage } from './changes';
import { dialFor, PERCENT, type Dial } from './dial';
import { Slider } from './Slider';
import { say, words as pageWords } from '../../words';

const { sliders: said, decided, completed } = pageWords.push;

interface StepsProps {
  readonly base: WhatIfBase;
  readonly change: WhatIfChange;
  readonly onChange: (change: WhatIfChange) => void;
}

/** The chain from the new deals to the won ones, with what can be turned at each step of it. */
export function Steps({ base, change, onChange }: StepsProps) {
  const { minSample } = useSheet();
  const before = flowOf(base);
  const after = flowOf(base, change);
  const most = Math.max(...before.map(size => size ?? 0), ...after.map(size => size ?? 0));
  const stay = dialFor(Math.max(...base.steps.map(({ meanStay }) => meanStay ?? 0)));
  const perMonth = base.entriesPerDay === null ? null : base.entriesPerDay * DAYS_PER_MONTH;
  const entries: Dial = {
    was: perMonth,
    wanted: change.entriesPerDay === undefined ? undefined : change.entriesPerDay * DAYS_PER_MONTH,
    ...dialFor(perMonth ?? 0),
  };
  const flow = (k: number) => <Flow before={before[k]!} after={after[k]!} of={most} />;
  return (
    <ol class="steps">
      <li class="head" aria-hidden="true">
        <span />
        <span>{said.conversion}</span>
        <span>{said.meanDays}</span>
        <span class="arrivals">{said.arrivals}</span>
      </li>
      <li>
        <span class="name">
          <Defined by="entries">{said.entries}</Defined>
          <span class="note">
            <Behind figure={{ kind: 'entries' }} words={said.newDeals} by="entries" isNone={!base.entries}>
              {say.cases(base.entries)}
            </Behind>
          </span>
        </span>
        <Dialled by="entries" dial={entries} words={say.anySize}>
          <Slider
            label={said.entries}
            by="entries"
            dial={entries}
            words={say.anySize}
            onTurn={value =>
              onChange(withEntries(change, value === undefined ? undefined : value / DAYS_PER_MONTH))
            }
          />
        </Dialled>
      </li>
      {base.steps.map((step, k) => (
        <Step
          key={step.stage}
          {...{ step, change, onChange, stay }}
          isTooFew={step.n > 0 && step.seen < minSample}
          isStayTooFew={step.stays > 0 && step.stays < minSample}
        >
          {flow(k)}
        </Step>
      ))}
      <li class="end">
        <span class="name">{said.wins}</span>
        {flow(base.steps.length)}
      </li>
    </ol>
  );
}

interface StepProps extends Omit<StepsProps, 'base'> {
  readonly step: WhatIfStep;
  readonly stay: Pick<Dial, 'max' | 'step'>;
  readonly isTooFew: boolean;
  readonly isStayTooFew: boolean;
  readonly children: ComponentChildren;
}

function Step({ step, change, onChange, stay, isTooFew, isStayTooFew, children }: StepProps) {
  const label = labelOf(useSheet(), step.stage);
  const { stage, conversion, n, meanStay, stays } = step;
  const rate = change.conversion?.[stage];
  const conversionDial: Dial = {
    was: conversion === null ? null : conversion * 100,
    wanted: rate === undefined ? undefined : rate * 100,
    ...PERCENT,
  };
  const stayDial: Dial = { was: meanStay, wanted: change.stay?.[stage], ...stay };
  return (
    <li>
      <span class="name">
        {label}
        <span class="note">
          <Behind
            figure={{ kind: 'stage', of: 'conversion', stage }}
            words={decided(label)}
            by="decided"
            isNone={!n}
          >
            {say.cases(n)}
          </Behind>
          ,{' '}
          <Behind
            figure={{ kind: 'stays', stage, open: false }}
            words={completed(label)}
            by="stays"
            isNone={!stays}
          >
            {said.stays(stays)}
          </Behind>
        </span>
      </span>
      <Dialled by="setConversion" dial={conversionDial} words={said.percent} isTooFew={isTooFew}>
        <Slider
          label={said.conversionIn(label)}
          by="setConversion"
          dial={conversionDial}
          words={said.percent}
          onTurn={value =>
            onChange(withStage(change, 'conversion', stage, value === undefined ? undefined : value / 100))
          }
        />
      </Dialled>
      <Dialled by="setStay" dial={stayDial} words={say.number} isTooFew={isStayTooFew}>
        <Slider
          label={said.meanDaysIn(label)}
          by="setStay"
          dial={stayDial}
          words={say.number}
          onTurn={value => onChange(withStage(change, 'stay', stage, value))}
        />
      </Dialled>
      {children}
    </li>
  );
}

interface DialledProps {
  readonly by: string;
  readonly dial: Dial;
  readonly words: (value: number) => string;
  readonly isTooFew?: boolean;
  readonly children: ComponentChildren;
}

/** A slider and its number: what is assumed, or else what is known. */
function Dialled({ by, dial: { was, wanted }, words, isTooFew = false, children }: DialledProps) {
  const isWeak = wanted === undefined && (was === null || isTooFew);
  const known = was === null ? say.unknown : isTooFew ? say.tooFew : words(was);
  return (
    <span class="dialled" data-tip={by}>
      {children}
      <span class={isWeak ? 'number none' : wanted === undefined ? 'number' : 'number changed'}>
        {wanted === undefined ? known : words(wanted)}
      </span>
    </span>
  );
}

/** How many deals a month get to a step: a bar for what is assumed, an outline for what is. */
function Flow({ before, after, of }: { before: number | null; after: number | null; of: number }) {
  const width = (size: number | null) => `${of ? ((size ?? 0) / of) * 100 : 0}%`;
  return (
    <span class="arrivals" data-tip="flow">
      <svg width="100%" height="16" aria-hidden="true">
        <rect class="bar on" y="3" width={width(after)} height="10" rx="1" />
        {before !== after && <rect class="before" y="0.5" width={width(before)} height="15" rx="1" />}
      </svg>
      <span class={after === null ? 'number none' : before === after ? 'number' : 'number changed'}>
        <span class="visually-hidden">{said.reaching}</span>
        {after === null ? say.unknown : say.anySize(after)}
      </span>
    </span>
  );
}
