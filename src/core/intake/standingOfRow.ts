import type { Status } from '../process/outcome';
import { isNo, isYes } from './cells';
import { foldName } from './heads';
import type { OfRow } from './incoming';
import type { StageMeant } from './mapStages';
import type { FilledCell, RowContext, RowStanding } from './rowContext';
import { say } from './say';
import { standingsNamed } from './standingsNamed';

type StandingMeant = StageMeant | 'unknown' | undefined;
type Ended = Exclude<Status, 'open'>;

const ENDED = ['won', 'lost'] as const;

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
  const boxes = boxesIn(context);
  const is = ended ?? (said.length === 1 ? said[0]! : (toldElsewhere(context, boxes) ?? otherwise));
  // Some systems have their closed deals as open until they're filed away.
  const isTold = said.includes(is) || (ended !== undefined && said.includes('open'));
  if (cell && !isTold) context.note(cell, say('cellNotStatus', { typed: cell.text, is }));
  for (const { cell: box, isWord, says } of boxes)
    if (isWord && says !== is && says !== 'open')
      context.note(box, say('cellNotStatus', { typed: box.text, is }));
  return is;
}

/** A column for one of the outcomes: a box, or a word where a system has one for all of them. */
interface Box {
  readonly cell: FilledCell;
  readonly isWord: boolean;
  /** Nothing where it can't be read. */
  readonly says: Status | undefined;
}

/** Without those that are there and not ticked: these say nothing of the other outcome. */
function boxesIn(context: RowContext): readonly Box[] {
  return ENDED.flatMap((ended): readonly Box[] => {
    const cell = context.cell(`is_${ended}`);
    if (!cell || isNo(cell.text)) return [];
    if (isYes(cell.text)) return [{ cell, isWord: false, says: ended }];
    const [says, other] = standingsNamed(cell.text);
    return [{ cell, isWord: true, says: other ? undefined : says }];
  });
}

function toldElsewhere(context: RowContext, boxes: readonly Box[]): Status | undefined {
  const said = boxes.flatMap(({ says }) => says ?? []);
  const [is = said[0]] = said.filter(one => one !== 'open');
  if (is) return is;
  if (context.cell('won_on')) return 'won';
  return context.cell('lost_on') || isInactive(context) ? 'lost' : undefined;
}

/** Odoo leaves the cell empty where the box isn't ticked. */
function isInactive(context: RowContext): boolean {
  const cell = context.cell('is_active');
  return cell ? isNo(cell.text) : context.has('is_active');
}

/**
 * The outcomes of which a row doesn't say that the deal has none: a table without a column of outcomes leaves them alone, and so
 * does a row without a word of them. A stage says it where the outcomes are stages, and the mapping has no column of statuses.
 */
function untoldIn(context: RowContext, meant: StandingMeant): ReadonlySet<Status> {
  const status = context.cell('status')?.text;
  if (status !== undefined && standingsNamed(status).length) return new Set();
  if (boxesIn(context).some(({ isWord, says }) => isWord && says)) return new Set();
  const isElsewhere = context.misses('status') || (context.has('status') && status === undefined);
  const told = (is: Ended) => {
    if (context.cell(`is_${is}`)) return true;
    if (is === 'lost' && context.has('is_active')) return true;
    if (isElsewhere || ([`is_${is}`, `${is}_on`, 'is_active'] as const).some(context.misses)) return false;
    return context.has(`${is}_on`) || (meant !== undefined && context.isStage(is));
  };
  return new Set(ENDED.filter(is => !told(is)));
}
