import type { CalendarDate } from '../../../core/calendar';
import type { DealFilter } from '../../../core/filter/table';
import type { FunnelQuestion } from '../../../shared/funnelQuestion';
import { dealsIn } from '../../../shared/funnelSheet';
import { ask } from '../../host';
import { formatCount } from '../../format';
import { useSheet } from '../../sheetContext';
import { besideOptions } from './beside';
import { filterWords, periodWords, withoutAbsent } from './filter';
import { Choice } from './Choice';
import { periodOptions } from './periods';

/** Which deals the sheet is about, on which day, and what they are set beside. */
export function Filters() {
  const sheet = useSheet();
  const { asked, choices, report, today } = sheet;
  const { filter } = asked;
  const change = (some: Partial<FunnelQuestion>) => ask({ ...asked, ...some });
  const set = (some: Partial<Record<keyof DealFilter, unknown>>) =>
    change({ filter: withoutAbsent({ ...filter, ...some }) });
  const isFiltered = Object.keys(filter).length > 0 || asked.asOf !== null || asked.beside !== null;
  const periods = periodOptions(asked.asOf ?? today, choices.firstDay);
  const period = periods.find(({ from, to }) => from === filter.from && to === filter.to);
  const others = besideOptions(asked, choices, periods);
  const beside = others.find(option => JSON.stringify(option.filter) === JSON.stringify(asked.beside));
  const isOther = asked.beside !== null && !beside;
  const besideLabel = isOther ? filterWords(asked.beside!, sheet) : (beside?.label ?? 'nothing');
  return (
    <form class="filters" aria-label="Which deals" onSubmit={event => event.preventDefault()}>
      <Choice
        label="Created"
        value={period?.label ?? periodWords(filter)}
        options={[...periods.map(({ label }) => label), ...(period ? [] : [periodWords(filter)])]}
        onChange={label => {
          const chosen = periods.find(one => one.label === label);
          if (chosen) set({ from: chosen.from, to: chosen.to });
        }}
      />
      {(['owner', 'source', 'tag', 'currency'] as const).map(
        key =>
          choices[key].length > 0 && (
            <Choice
              key={key}
              label={LABELS[key]}
              value={filter[key]?.[0] ?? ''}
              options={['', ...choices[key]]}
              onChange={name => set({ [key]: name === '' ? undefined : [name] })}
            />
          ),
      )}
      <label class="choice">
        <span>Worth from</span>
        <input
          type="number"
          min="0"
          step="any"
          placeholder="any"
          value={filter.minValue ?? ''}
          onChange={({ currentTarget }) => set({ minValue: numberIn(currentTarget) })}
        />
      </label>
      <label class="choice">
        <span>to</span>
        <input
          type="number"
          min="0"
          step="any"
          placeholder="any"
          value={filter.maxValue ?? ''}
          onChange={({ currentTarget }) => set({ maxValue: numberIn(currentTarget) })}
        />
      </label>
      <label class="choice">
        <span>As of</span>
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
        label="Beside"
        value={besideLabel}
        options={['nothing', ...others.map(({ label }) => label), ...(isOther ? [besideLabel] : [])]}
        onChange={label => {
          const chosen = others.find(one => one.label === label);
          if (chosen || label === 'nothing') change({ beside: chosen?.filter ?? null });
        }}
      />
      <Choice
        label="Before"
        value={asked.against}
        options={['week', 'month', 'quarter']}
        onChange={against => change({ against: against as FunnelQuestion['against'] })}
      />
      {isFiltered && (
        <button type="button" class="link" onClick={() => change({ filter: {}, asOf: null, beside: null })}>
          Show all
          {report.leftOut > 0 && ` (${formatCount(report.leftOut)} more)`}
        </button>
      )}
      {dealsIn(report.files) === 0 && (
        <p class="note none-left" role="status">
          No deal is left. Show all, or choose others.
        </p>
      )}
    </form>
  );
}

const LABELS = { owner: 'Owner', source: 'Source', tag: 'Tag', currency: 'Currency' };

function numberIn({ value, valueAsNumber }: HTMLInputElement): number | undefined {
  return value === '' || !Number.isFinite(valueAsNumber) ? undefined : valueAsNumber;
}
