import type { CalendarDate } from '../../../core/calendar';
import { SPANS } from '../../../core/metrics/question';
import type { FunnelQuestion } from '../../../shared/funnelQuestion';
import { dealsIn } from '../../../shared/funnelSheet';
import { ask } from '../../host';
import { useSheet } from '../../sheetContext';
import { besideOptions } from './beside';
import { withoutAbsent, type SetFilter } from './filter';
import { filterOnPage } from './filterWords';
import { Choice } from './Choice';
import { COMMON_CHOICES, MoreFilters } from './MoreFilters';
import { NameChoice } from './NameChoice';
import { periodOptions } from './periods';
import { words } from '../../words';

const { choose: said } = words;

/** Which deals the sheet is about, on which day, and what they are set beside. */
export function Filters() {
  const sheet = useSheet();
  const { asked, choices, report, today } = sheet;
  const { filter } = asked;
  const change = (some: Partial<FunnelQuestion>) => ask({ ...asked, ...some });
  const set: SetFilter = some => change({ filter: withoutAbsent({ ...filter, ...some }) });
  const isFiltered = Object.keys(filter).length > 0 || asked.asOf !== null || asked.beside !== null;
  const periods = periodOptions(asked.asOf ?? today, choices.firstDay);
  const period = periods.find(({ from, to }) => from === filter.from && to === filter.to);
  const others = besideOptions(asked, choices, periods, said);
  const beside = others.find(option => JSON.stringify(option.filter) === JSON.stringify(asked.beside));
  const isOther = asked.beside !== null && !beside;
  const besideLabel = isOther ? filterOnPage(asked.beside!, sheet) : (beside?.label ?? said.nothing);
  return (
    <form class="filters" aria-label={said.form} onSubmit={event => event.preventDefault()}>
      <Choice
        label={said.created}
        value={period ? said.periods[period.name] : said.period(filter)}
        options={[...periods.map(({ name }) => said.periods[name]), ...(period ? [] : [said.period(filter)])]}
        onChange={label => {
          const chosen = periods.find(({ name }) => said.periods[name] === label);
          if (chosen) set({ from: chosen.from, to: chosen.to });
        }}
      />
      {COMMON_CHOICES.map(key => (
        <NameChoice key={key} of={key} set={set} />
      ))}
      <label class="choice">
        <span>{said.asOf}</span>
        <input
          type="date"
          min={choices.firstDay ?? undefined}
          max={today}
          value={asked.asOf ?? today}
          onChange={({ currentTarget: { value, validity } }) => {
            if (!validity.valid) return;
            change({ asOf: !value || value === today ? null : (value as CalendarDate) });
          }}
        />
      </label>
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
      <MoreFilters set={set} />
      {isFiltered && (
        <button type="button" class="link" onClick={() => change({ filter: {}, asOf: null, beside: null })}>
          {said.clear(report.leftOut)}
        </button>
      )}
      {dealsIn(report.files) === 0 && (
        <p class="note none-left" role="status">
          {said.noneLeft}
        </p>
      )}
    </form>
  );
}
