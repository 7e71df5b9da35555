import type { Status } from '../process/outcome';
import { isYes } from './cells';
import { foldName } from './heads';
import type { OfRow } from './incoming';
import type { StageMeant } from './mapStages';
import type { RowContext, RowStanding } from './rowContext';
import { say } from './say';
import { standingsNamed } from './standingsNamed';

type StandingMeant = StageMeant | 'unknown' | undefined;
type Ended = Exclude<Status, 'open'>;

/**
 * Where the deal of a row stands.
 *
 * @param before how it stood before, which counts where the row doesn't say anything else
 */
export function standingIn(
  context: RowContext,
  before: Status,
): RowStanding | { readonly says: OfRow['says'] } {
  const stage = context.cell('stage')?.text;
  const meant = stage === undefined ? undefined : (context.stageCalled(stage) ?? ownUnknown(stage));
  const untold = untoldIn(context, meant);
  const status = statusIn(context, meant, untold.has(before) ? before : 'open');
  const known = meant === 'won' || meant === 'lost' || meant === 'unknown' ? undefined : meant;
  if (status === 'open') {
    if (known) return { stage: known, status, untold };
    return { says: stage === undefined ? say('rowNoStage') : say('rowStageUnmapped', { stage }) };
  }
  const last = context.cell('last_stage')?.text;
  const was = last === undefined ? undefined : context.stageCalled(last);
  const isStage = was && was !== 'won' && was !== 'lost';
  return { stage: known ?? (isStage ? was : 'unknown'), status, untold: new Set() };
}

/** Our own export says `unknown` of a closed deal. */
function ownUnknown(stage: string): 'unknown' | undefined {
  return foldName(stage) === 'unknown' ? 'unknown' : undefined;
}

/** A word that says nothing of it is noted; so is the other outcome beside a stage that is one, which counts. */
function statusIn(context: RowContext, meant: StandingMeant, otherwise: Status): Status {
  const cell = context.cell('status');
  const said = cell ? standingsNamed(cell.text) : [];
  const ended = meant === 'won' || meant === 'lost' ? meant : undefined;
  const is = ended ?? (said.length === 1 ? said[0]! : (toldElsewhere(context) ?? otherwise));
  // Some systems have their closed deals as open until they're filed away.
  const isTold = said.includes(is) || (ended !== undefined && said.includes('open'));
  if (cell && !isTold) context.note(cell, say('cellNotStatus', { typed: cell.text, is }));
  return is;
}

function toldElsewhere(context: RowContext): Ended | undefined {
  if (isYes(context.cell('is_won')?.text ?? '')) return 'won';
  if (isYes(context.cell('is_lost')?.text ?? '')) return 'lost';
  if (context.cell('won_on')) return 'won';
  return context.cell('lost_on') ? 'lost' : undefined;
}

/**
 * The outcomes of which a row doesn't say that the deal has none: a table without a column of outcomes leaves them alone, and so
 * does a row without a word of them. A stage says it where the outcomes are stages, and the mapping has no column of statuses.
 */
function untoldIn(context: RowContext, meant: StandingMeant): ReadonlySet<Status> {
  const status = context.cell('status')?.text;
  if (status !== undefined && standingsNamed(status).length) return new Set();
  const isElsewhere = context.misses('status') || (context.has('status') && status === undefined);
  const told = (is: Ended) => {
    if (context.cell(`is_${is}`)) return true;
    if (isElsewhere || ([`is_${is}`, `${is}_on`] as const).some(context.misses)) return false;
    return context.has(`${is}_on`) || (meant !== undefined && context.isStage(is));
  };
  return new Set((['won', 'lost'] as const).filter(is => !told(is)));
}
