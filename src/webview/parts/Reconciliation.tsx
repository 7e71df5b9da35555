import { formatCount, formatDay, plural } from '../format';
import { useSheet } from '../sheetContext';
import { Behind } from './Behind';
import { Defined } from './Defined';

/** No file is dropped in silence: here they add up. */
export function Reconciliation() {
  const { asOf, files, leftOut, withoutValue } = useSheet().report;
  const parts = [
    `${formatCount(files.open)} open`,
    `${formatCount(files.won)} won`,
    `${formatCount(files.lost)} lost`,
    `${formatCount(files.needsAttention)} ${files.needsAttention === 1 ? 'needs' : 'need'} attention`,
    plural(files.otherNotes, 'other note', 'other notes'),
  ];
  return (
    <footer>
      <p>
        <Defined by="files">{plural(files.total, 'file', 'files')}</Defined> = {parts.join(' + ')}
      </p>
      {leftOut > 0 && <p>{plural(leftOut, 'deal is', 'deals are')} left out by the filter above.</p>}
      {withoutValue > 0 && (
        <p>
          <Behind figure={{ kind: 'withoutValue' }} words="Deals without a value" by="withoutValue">
            {plural(withoutValue, 'deal has', 'deals have')} no value
          </Behind>{' '}
          and {withoutValue === 1 ? 'is' : 'are'} in no sum of money.
        </p>
      )}
      <p class="as-of">As of {formatDay(asOf)}</p>
    </footer>
  );
}
