import type { ComponentChildren } from 'preact';
import { useRef } from 'preact/hooks';
import type { Tab } from '../../shared/tabs';
import { useChanges } from '../changesContext';
import { useSheet } from '../sheetContext';
import { words } from '../words';
import { Attention } from './Attention';
import { ChangesTab } from './changes/ChangesTab';
import { Deviations } from './consistency/Deviations';
import { Flows } from './consistency/Flows';
import { Variants } from './consistency/Variants';
import { Forecast } from './forecast/Forecast';
import { Calls } from './forecast/Calls';
import { Owners } from './forecast/Owners';
import { Leaks } from './funnel/Leaks';
import { OpenPipeline } from './funnel/OpenPipeline';
import { Reach } from './funnel/Reach';
import { Headline } from './headline/Headline';
import { HoldsBack } from './push/HoldsBack';
import { WhatIf } from './push/WhatIf';
import { Time } from './time/Time';
import { Changes } from './today/Changes';
import { OneThing } from './today/OneThing';
import { ThisQuarter } from './today/ThisQuarter';
import { TodoList } from './today/TodoList';
import { isYoung } from './tabs/available';
import { findingOf } from './finding';

interface PanelsProps {
  readonly tabs: readonly Tab[];
  readonly chosen: Tab;
  /** All of them below each other. */
  readonly isWhole: boolean;
}

/** What is in the tabs. One that was looked at stays as it is, so that its switches and sliders do. */
export function Panels({ tabs, chosen, isWhole }: PanelsProps) {
  const seen = useRef(new Set<Tab>());
  seen.current.add(chosen);
  return (
    <>
      {tabs
        .filter(tab => isWhole || seen.current.has(tab))
        .map(tab => (
          <Panel key={tab} of={tab} isShown={isWhole || tab === chosen}>
            {CONTENTS[tab]()}
          </Panel>
        ))}
    </>
  );
}

function Panel({ of: tab, isShown, children }: { of: Tab; isShown: boolean; children: ComponentChildren }) {
  const sheet = useSheet();
  return (
    <div
      class="panel"
      role="tabpanel"
      id={`panel-${tab}`}
      aria-labelledby={`tab-${tab}`}
      tabIndex={-1}
      hidden={!isShown}
    >
      <h2>{findingOf(tab, sheet, useChanges()?.changes)}</h2>
      {children}
    </div>
  );
}

const CONTENTS: Readonly<Record<Tab, () => ComponentChildren>> = {
  today: () => (
    <>
      <ThisQuarter />
      <div class="today">
        <TodoList />
        <aside>
          <OneThing />
          <Changes />
          <Attention />
          <Later />
        </aside>
      </div>
    </>
  ),
  changes: () => <ChangesTab />,
  forecast: () => (
    <>
      <Headline />
      <Forecast />
      <Calls />
      <Owners />
      <OpenPipeline />
    </>
  ),
  funnel: () => (
    <>
      <Reach />
      <Leaks />
    </>
  ),
  time: () => <Time />,
  process: () => (
    <>
      <Flows />
      <Variants />
      <Deviations />
    </>
  ),
  whatIf: () => (
    <>
      <HoldsBack />
      <WhatIf />
    </>
  ),
};

/** What a young pipeline has to look forward to. */
function Later() {
  const sheet = useSheet();
  if (!isYoung(sheet)) return null;
  return <p class="note come-later">{words.frame.comeLater(sheet.minSample, sheet.closed)}</p>;
}
