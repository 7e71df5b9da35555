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
  const { asOf, files, inConflict, leftOut, misdated, open, undated, withoutValue } = report;
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
      <Gap of="inConflict" count={inConflict} behind={said.dealsInConflict} />
      <Gap of="stageNotKnown" count={open.stageNotKnown} behind={said.dealsStageNotKnown} />
      <Gap of="misdated" count={misdated} behind={said.dealsMisdated} />
      <Gap of="undated" count={undated} behind={said.dealsUndated} />
      {asked.asOf !== null && <p>{said.onThatDay}</p>}
      <p class="as-of">{said.asOf(asOf)}</p>
    </footer>
  );
}

interface GapProps {
  readonly of: 'inConflict' | 'stageNotKnown' | 'misdated' | 'undated';
  readonly count: number;
  /** What the list of the deals is called. */
  readonly behind: string;
}

/** What some deals keep the figures from, with the way to the deals. */
function Gap({ of, count, behind }: GapProps) {
  if (!count) return null;
  return (
    <p>
      {words.gaps[of](count)}{' '}
      <Behind figure={{ kind: of }} words={behind} by={of}>
        {said.showDeals(count)}
      </Behind>
    </p>
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
