import type { ComponentChildren } from 'preact';
import type { Status } from '../../core/process/outcome';
import type { NoDeals } from '../../shared/fromPage';
import { formatCount, formatDay, plural } from '../format';
import { useSheet } from '../sheetContext';
import { Behind, Listed } from './Behind';
import { filterWords } from './choose/filter';
import { Defined } from './Defined';

/** No file is dropped in silence: here they add up. */
export function Reconciliation() {
  const sheet = useSheet();
  const { asked, notYet, report } = sheet;
  const { asOf, files, leftOut, withoutValue } = report;
  const { needsAttention, otherNotes } = files;
  return (
    <footer>
      <p>
        <Defined by="files">{plural(files.total + leftOut + notYet, 'file', 'files')}</Defined> ={' '}
        <Deals status="open" count={files.open} /> + <Deals status="won" count={files.won} /> +{' '}
        <Deals status="lost" count={files.lost} /> +{' '}
        <Files of="attention" count={needsAttention}>
          {formatCount(needsAttention)} {needsAttention === 1 ? 'needs' : 'need'} attention
        </Files>{' '}
        +{' '}
        <Files of="note" count={otherNotes}>
          {plural(otherNotes, 'other note', 'other notes')}
        </Files>
        {leftOut > 0 && (
          <>
            {' '}
            +{' '}
            <Behind figure={{ kind: 'leftOut' }} words="Deals that are left out" by="leftOut">
              {formatCount(leftOut)} left out
            </Behind>
          </>
        )}
        {notYet > 0 && ` + ${formatCount(notYet)} that had not begun`}
      </p>
      {leftOut > 0 && (
        <p>
          All figures are of these deals only: <span class="only">{filterWords(asked.filter, sheet)}</span>.
        </p>
      )}
      {withoutValue > 0 && (
        <p>
          <Behind figure={{ kind: 'withoutValue' }} words="Deals without a value" by="withoutValue">
            {plural(withoutValue, 'deal has', 'deals have')} no value
          </Behind>{' '}
          and {withoutValue === 1 ? 'is' : 'are'} in no sum of money.
        </p>
      )}
      {asked.asOf !== null && (
        <p>
          Stage, outcome, close date and log are as they were on that day; values, owners, next steps and
          ticks are those of today.
        </p>
      )}
      <p class="as-of">As of {formatDay(asOf)}</p>
    </footer>
  );
}

function Deals({ status, count }: { status: Status; count: number }) {
  return (
    <Behind figure={{ kind: 'deals', status }} words={`Deals that are ${status}`} by="files" isNone={!count}>
      {formatCount(count)} {status}
    </Behind>
  );
}

interface FilesProps {
  readonly of: NoDeals;
  readonly count: number;
  readonly children: ComponentChildren;
}

/** A number of files that are no deals; a click lists them. */
function Files({ of, count, children }: FilesProps) {
  return (
    <Listed asks={{ type: 'listFiles', of }} says=": show the files" by="files" isNone={!count}>
      {children}
    </Listed>
  );
}
