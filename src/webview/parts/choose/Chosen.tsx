import { askedIn, type DealFilter } from '../../../core/filter/table';
import { dealsIn } from '../../../shared/funnelSheet';
import { ask } from '../../host';
import { useSheet } from '../../sheetContext';
import { words } from '../../words';
import { withoutAbsent } from './filter';
import { filterOnPage } from './filterWords';

const { choose: said } = words;

/** What the deals on the page were chosen by, part by part, each with the way to take it back. */
export function Chosen() {
  const sheet = useSheet();
  const { asked, report } = sheet;
  const { filter, beside } = asked;
  const parts = partsOf(filter);
  const without = (keys: readonly (keyof DealFilter)[]) =>
    withoutAbsent({ ...filter, ...Object.fromEntries(keys.map(key => [key, undefined])) });
  if (!parts.length && beside === null) return null;
  return (
    <div class="chosen" role="group" aria-label={said.chosen}>
      {parts.map(keys => (
        <Chip
          key={keys.join()}
          text={filterOnPage(only(filter, keys), sheet)}
          onRemove={() => ask({ ...asked, filter: without(keys) })}
        />
      ))}
      {beside !== null && (
        <Chip
          text={said.comparedWith(filterOnPage(beside, sheet))}
          onRemove={() => ask({ ...asked, beside: null })}
        />
      )}
      <button type="button" class="link" onClick={() => ask({ ...asked, filter: {}, beside: null })}>
        {said.clear(report.leftOut)}
      </button>
      {dealsIn(report.files) === 0 && <p class="note none-left">{said.noneLeft}</p>}
    </div>
  );
}

function Chip({ text, onRemove }: { text: string; onRemove: () => void }) {
  return (
    <button type="button" class="chip" aria-label={said.remove(text)} title={text} onClick={onRemove}>
      <span>{text}</span>
      <span aria-hidden="true">×</span>
    </button>
  );
}

/** A window of time or of value is one part; the owner is chosen in sight. */
function partsOf(filter: DealFilter): (keyof DealFilter)[][] {
  const keys = askedIn(filter).filter(key => key !== 'owner');
  const windows: (keyof DealFilter)[][] = [
    ['from', 'to'],
    ['minValue', 'maxValue'],
  ];
  const single = keys.filter(key => !windows.flat().includes(key)).map(key => [key]);
  const double = windows
    .map(window => window.filter(key => filter[key] !== undefined))
    .filter(({ length }) => length);
  return [...double, ...single];
}

function only(filter: DealFilter, keys: readonly (keyof DealFilter)[]): DealFilter {
  return Object.fromEntries(keys.map(key => [key, filter[key]]));
}
