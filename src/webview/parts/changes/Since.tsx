import { useState } from 'preact/hooks';
import type { NamedPoint } from '../../../core/changes/namedPoints';
import type { ChangesSheet } from '../../../shared/changesSheet';
import { isAsOne, type Measure } from '../../conversion';
import { measureLabel } from '../../conversionWords';
import { send } from '../../host';
import { say, words } from '../../words';
import { Answer } from '../Question';
import { Switch } from '../Switch';
import { BridgeChart, BridgeTable } from './BridgeChart';
import { bridgesByMeasure } from './bridgeMeasures';

const { bridge, since: said } = words.changes;

const POINTS = ['yesterday', 'week', 'month', 'quarter'] as const satisfies readonly NamedPoint[];

/** Since when, and the way from the open total of then to that of now. */
export function Since({ of: { point, between } }: { of: ChangesSheet }) {
  const [wanted, setMeasure] = useState<Measure>();
  const all = between.kind === 'compared' ? bridgesByMeasure(between.bridges, say) : [];
  const shown = all.find(({ measure }) => measure === wanted) ?? all[0];
  const controls = (
    <div class="controls">
      {all.length > 1 && (
        <Switch
          label={bridge.measures}
          options={all.map(({ measure }) => ({ value: measure, label: measureLabel(measure) }))}
          value={shown!.measure}
          onChange={setMeasure}
        />
      )}
      <Switch
        label={said.label}
        options={POINTS.map(value => ({ value, label: said.points[value] }))}
        value={point as (typeof POINTS)[number]}
        onChange={value => send({ type: 'setSince', point: value })}
      />
      <button
        type="button"
        class="secondary"
        aria-label={said.otherLabel}
        onClick={() => send({ type: 'chooseSince' })}
      >
        {said.other}
      </button>
    </div>
  );
  return (
    <Answer
      id="since"
      title={between.kind === 'compared' ? said.title(between.since) : said.unknown}
      controls={controls}
    >
      {between.kind === 'failed' ? (
        <p class="note lacking">{between.reason}</p>
      ) : (
        between.notes.map(note => (
          <p key={note} class="note lacking">
            {note}
          </p>
        ))
      )}
      {shown && <BridgeChart {...shown} />}
      {shown && isAsOne(shown.measure) && <p class="note small">{words.forecast.atRates(shown.without)}</p>}
      {shown && <BridgeTable of={all} />}
      {between.kind === 'compared' && !shown && <p class="note">{bridge.none}</p>}
    </Answer>
  );
}
