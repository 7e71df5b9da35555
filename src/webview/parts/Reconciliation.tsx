import type { ComponentChildren } from 'preact';
import type { Status } from '../../core/process/outcome';
import type { NoDeals } from '../../shared/fromPage';
import { useSheet } from '../sheetContext';
import { Behind, Listed } from './Behind';
import { filterOnPage } from './choose/filterWords';
import { Defined } from './Defined';
import { words } from '../words';

const { files: said } = words.frame;

/** No file is dropped in silence: here they add up. */
export function Reconciliation() {
  const sheet = useSheet();
  const { asked, historyGap, notYet, report } = sheet;
  const { asOf, files, leftOut, misdated, open, undated, withoutValue } = report;
  const { needsAttention, otherNotes } = files;
  return (
    <footer>
      <p>
        <Defined by="files">{said.all(files.total + leftOut + notYet + undated)}</Defined> ={' '}
        <Deals status="open" count={files.open} /> + <Deals status="won" count={files.won} /> +{' '}
        <Deals status="lost" count={files.lost} /> +{' '}
        <Files of="attention" count={needsAttention}>
          {said.attention(needsAttention)}
        </Files>{' '}
        +{' '}
        <Files of="note" count={otherNotes}>
          {said.notes(otherNotes)}
        </Files>
        {leftOut > 0 && (
          <>
            {' '}
            +{' '}
            <Behind figure={{ kind: 'leftOut' }} words={said.dealsLeftOut} by="leftOut">
              {said.leftOut(leftOut)}
            </Behind>
          </>
        )}
        {notYet > 0 && ` + ${said.notYet(notYet)}`}
        {undated > 0 && ` + ${said.undated(undated)}`}
      </p>
      {leftOut > 0 && <p>{said.only(<span class="only">{filterOnPage(asked.filter, sheet)}</span>)}</p>}
      {withoutValue > 0 && (
        <p>
          {said.withoutValue(withoutValue, text => (
            <Behind figure={{ kind: 'withoutValue' }} words={said.dealsWithoutValue} by="withoutValue">
              {text}
            </Behind>
          ))}
        </p>
      )}
      {historyGap && <p>{words.historyGap(historyGap)}</p>}
      {open.stageNotKnown > 0 && (
        <p>
          {words.gaps.stageNotKnown(open.stageNotKnown)}{' '}
          <Behind figure={{ kind: 'stageNotKnown' }} words={said.dealsStageNotKnown} by="stageNotKnown">
            {said.showDeals(open.stageNotKnown)}
          </Behind>
        </p>
      )}
      {misdated > 0 && (
        <p>
          {words.gaps.misdated(misdated)}{' '}
          <Behind figure={{ kind: 'misdated' }} words={said.dealsMisdated} by="misdated">
            {said.showDeals(misdated)}
          </Behind>
        </p>
      )}
      {undated > 0 && (
        <p>
          {words.gaps.undated(undated)}{' '}
          <Behind figure={{ kind: 'undated' }} words={said.dealsUndated} by="undated">
            {said.showDeals(undated)}
          </Behind>
        </p>
      )}
      {asked.asOf !== null && <p>{said.onThatDay}</p>}
      <p class="as-of">{said.asOf(asOf)}</p>
    </footer>
  );
}

function Deals({ status, count }: { status: Status; count: number }) {
  return (
    <Behind figure={{ kind: 'deals', status }} words={said.deals[status]} by="files" isNone={!count}>
      {said[status](count)}
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
    <Listed asks={{ type: 'listFiles', of }} says={words.frame.showFiles} by="files" isNone={!count}>
      {children}
    </Listed>
  );
}
