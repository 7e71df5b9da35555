import { SPANS } from '../../../core/metrics/question';
import type { FunnelQuestion } from '../../../shared/funnelQuestion';
import { ask } from '../../host';
import { useSheet } from '../../sheetContext';
import { Menu } from '../Menu';
import { besideOptions } from './beside';
import { withoutAbsent, type SetFilter } from './filter';
import { filterOnPage } from './filterWords';
import { Choice } from './Choice';
import { MoreFilters } from './MoreFilters';
import { NameChoice } from './NameChoice';
import { periodOptions } from './periods';
import { words } from '../../words';

const { choose: said } = words;

/** Which deals the page is about, and what they are set beside: whose in sight, the rest behind a word. */
export function Filters() {
  const { asked } = useSheet();
  const change = (some: Partial<FunnelQuestion>) => ask({ ...asked, ...some });
  const set: SetFilter = some => change({ filter: withoutAbsent({ ...asked.filter, ...some }) });
  return (
    <form class="filters" aria-label={said.form} onSubmit={event => event.preventDefault()}>
      <NameChoice of="owner" set={set} />
      <Menu class="more" summary={said.more}>
        {() => (
          <div class="menu">
            <Created set={set} />
            <MoreFilters set={set} />
            <Compare change={change} />
          </div>
        )}
      </Menu>
    </form>
  );
}

function Created({ set }: { set: SetFilter }) {
  const { asked, choices, today } = useSheet();
  const { filter } = asked;
  const periods = periodOptions(asked.asOf ?? today, choices.firstDay);
  const period = periods.find(({ from, to }) => from === filter.from && to === filter.to);
  return (
    <Choice
      label={said.created}
      value={period ? said.periods[period.name] : said.period(filter)}
      options={[...periods.map(({ name }) => said.periods[name]), ...(period ? [] : [said.period(filter)])]}
      onChange={label => {
        const chosen = periods.find(({ name }) => said.periods[name] === label);
        if (chosen) set({ from: chosen.from, to: chosen.to });
      }}
    />
  );
}

/** Other deals, or an earlier day, to compare with. */
function Compare({ change }: { change: (some: Partial<FunnelQuestion>) => void }) {
  const sheet = useSheet();
  const { asked, choices, today } = sheet;
  const others = besideOptions(asked, choices, periodOptions(asked.asOf ?? today, choices.firstDay), said);
  const beside = others.find(option => JSON.stringify(option.filter) === JSON.stringify(asked.beside));
  const isOther = asked.beside !== null && !beside;
  const besideLabel = isOther ? filterOnPage(asked.beside!, sheet) : (beside?.label ?? said.nothing);
  return (
    <div class="compare">
      <Choice
        label={said.compareWith}
        value={besideLabel}
        options={[said.nothing, ...others.map(({ label }) => label), ...(isOther ? [besideLabel] : [])]}
        onChange={label => {
          const chosen = others.find(one => one.label === label);
          if (chosen || label === said.nothing) change({ beside: chosen?.filter ?? null });
        }}
      />
      <Choice
        label={said.changeSince}
        value={said.spans[asked.against]}
        options={SPANS.map(span => said.spans[span])}
        onChange={label => {
          const against = SPANS.find(span => said.spans[span] === label);
          if (against) change({ against });
        }}
      />
    </div>
  );
}
