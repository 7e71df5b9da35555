import { useRef, useState } from 'preact/hooks';
import { SLIP_PERIODS, type SlipPeriod } from '../../../core/changes/slips';
import type { ChangesSheet } from '../../../shared/changesSheet';
import { useGridKeys } from '../../useGridKeys';
import { words } from '../../words';
import { Listed } from '../Behind';
import { Answer } from '../Question';
import { Switch } from '../Switch';
import { DealLines } from './DealLines';

const { slipped: said } = words.changes;

/** The deals that were to close in the running quarter or month and will not, by name. */
export function Slipped({ of }: { of: ChangesSheet['slips'] }) {
  const [length, setLength] = useState<SlipPeriod>('quarter');
  const list = useRef<HTMLDivElement>(null);
  const keys = useGridKeys(list);
  const { period, count, value, deals } = of[length];
  const title = said.title(period);
  return (
    <Answer
      id="slipped"
      title={title}
      controls={
        <Switch
          label={said.periods}
          options={SLIP_PERIODS.map(one => ({ value: one, label: said.period[one] }))}
          value={length}
          onChange={setLength}
        />
      }
    >
      <div ref={list} {...keys}>
        {count ? (
          <>
            <p class="says">
              <Listed
                asks={{ type: 'listChanged', figure: { kind: 'slips', period: length }, words: title }}
                says={words.frame.showDeals(title)}
                by="slips"
              >
                <strong>{said.says(count, value)}</strong>
              </Listed>
            </p>
            <DealLines key={length} deals={deals} count={count} />
          </>
        ) : (
          <p class="note">{said.none(period)}</p>
        )}
      </div>
    </Answer>
  );
}
