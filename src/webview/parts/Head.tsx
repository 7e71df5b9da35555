import type { ComponentChildren } from 'preact';
import { dealsIn } from '../../shared/funnelSheet';
import type { Tab } from '../../shared/tabs';
import { send } from '../host';
import { useSheet } from '../sheetContext';
import { Chosen } from './choose/Chosen';
import { AsOf } from './choose/AsOf';
import { Export } from './choose/Export';
import { Filters } from './choose/Filters';
import { filterOnPage } from './choose/filterWords';
import { Tabs } from './tabs/Tabs';
import { words } from '../words';

const { frame: said } = words;

export interface HeadProps {
  readonly pipeline: ComponentChildren;
  readonly tabs: readonly Tab[];
  readonly chosen: Tab;
  readonly onChoose: (tab: Tab) => void;
}

/** What stays above each tab: which deals, of which day, and the tabs. */
export function Head({ pipeline, tabs, chosen, onChoose }: HeadProps) {
  const sheet = useSheet();
  const { asked, past, report } = sheet;
  const skip = () => document.getElementById(`panel-${chosen}`)?.focus();
  return (
    <header class="page-head">
      <button type="button" class="skip-link" onClick={skip}>
        {said.skip}
      </button>
      <div class="title">
        {pipeline}
        <Filters />
        <Chosen />
        <span class="day">
          <AsOf />
          <Export />
        </span>
      </div>
      <Tabs tabs={tabs} chosen={chosen} onChoose={onChoose} />
      {past !== null && (
        <p class="past">
          <span>
            {said.past(past.words)}
            {past.why !== null && ` ${past.why}`}
          </span>
          <button type="button" onClick={() => send({ type: 'showAsOf', day: null })}>
            {said.backToNow}
          </button>
        </p>
      )}
      {/* Said when it changes: to a screen reader a choice would do nothing else. */}
      <p class="visually-hidden" role="status">
        {said.announced(dealsIn(report.files), filterOnPage(asked.filter, sheet))}
      </p>
    </header>
  );
}
