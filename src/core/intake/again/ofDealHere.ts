import type { Deal } from '../../deal/deal';
import { NO_CURRENCY } from '../../money';
import { STATUSES } from '../../process/outcome';
import type { IncomingDeal } from '../incoming';
import { notesOf } from '../notes';
import { OF_CLOSE, STANDING } from './compare';
import { withoutNeedlessStage } from './lastStage';
import { meantHere } from './meantHere';
import type { WrittenDeal } from './written';

/** What a row says of a deal that is there already. What an import only assumes fills what is empty here, and replaces nothing. */
export function saidOfDealHere(
  incoming: IncomingDeal,
  here: Deal,
  written: WrittenDeal | undefined,
): IncomingDeal {
  const steps = [withOwnTitle, withOwnOutcome, withoutAssumed, withAllNotes, withAllTags];
  let deal = withoutNeedlessStage(meantHere(incoming, here), here, written);
  for (const step of steps) deal = step(deal, here, written);
  return deal;
}

/** A title that is made up of other columns is none of a deal that has one. */
function withOwnTitle(deal: IncomingDeal, { title }: Deal): IncomingDeal {
  if (!deal.assumed?.has('title')) return deal;
  // Without an id, the title is a part of what the deal is known by.
  return { ...deal, silent: new Set(['title']), ...(deal.sourceId !== undefined && { title }) };
}

/** What a row means otherwise of a deal that is over. */
const BY_OUTCOME: ReadonlySet<string> = new Set([...OF_CLOSE, 'close_date', 'probability']);

/** A deal that was closed before any import knew of it, or by another form of its id, stays so, where the table doesn't say that it's open. */
function withOwnOutcome(
  deal: IncomingDeal,
  { status }: Deal,
  written: WrittenDeal | undefined,
): IncomingDeal {
  const isKnown = written && !written.unsettled.includes(STANDING);
  const before = isKnown ? STATUSES.find(one => one === written.fields['status']) : status;
  if (deal.status !== 'open' || before === undefined || !deal.untold?.has(before)) return deal;
  return {
    ...deal,
    status,
    silent: new Set([...(deal.silent ?? []), STANDING]),
    fields: Object.fromEntries(Object.entries(deal.fields).filter(([field]) => !BY_OUTCOME.has(field))),
    blank: deal.blank.filter(field => !BY_OUTCOME.has(field)),
    notes: '',
  };
}

/** Nothing that is assumed replaces what the file has, unless an import has only assumed that. */
function withoutAssumed(deal: IncomingDeal, here: Deal, written: WrittenDeal | undefined): IncomingDeal {
  const has = (field: string) => {
    if (field === 'owner') return here.owner !== undefined;
    if (field === 'lost_reason') return here.lostReason !== undefined;
    if (field === 'closed_on') return here.closedOn !== undefined;
    if (field === 'close_date') return here.closeDate !== undefined;
    const currency = here.value?.currency ?? written?.fields['currency'];
    const isOther = deal.takenOf && !deal.takenOf.includes(String(currency));
    return currency !== undefined && currency !== NO_CURRENCY && !isOther;
  };
  const isIdle = (field: string) => deal.assumed?.has(field) && !written?.assumed?.has(field) && has(field);
  return {
    ...deal,
    fields: Object.fromEntries(Object.entries(deal.fields).filter(([field]) => !isIdle(field))),
  };
}

/** Of notes whose columns are partly missing, those stay that came from these: what is new comes behind them. */
function withAllNotes(deal: IncomingDeal, _: Deal, written: WrittenDeal | undefined): IncomingDeal {
  if (deal.isPart) return { ...deal, notes: '' };
  const before = written?.notes;
  if (!deal.someNotes || !deal.notes || !before) return deal;
  const { parts, without } = deal.someNotes;
  // There's no telling which of them came from a column of notes.
  if ([...without.values()].includes('notes'))
    return { ...deal, notes: [before, ...parts.filter(part => !before.includes(part))].join(PART) };
  const heads = [...without.keys()].map(head => `${notesOf(head)}:`);
  const stays = before.split(PART).filter(part => heads.some(head => part.startsWith(head)));
  const notes = [...parts, ...stays].join(PART);
  const inOrder = (text: string) => text.split(PART).toSorted().join(PART);
  return { ...deal, notes: inOrder(notes) === inOrder(before) ? before : notes };
}

/** What stands between the parts of notes. */
const PART = '\n\n';

function withAllTags(deal: IncomingDeal, _: Deal, written: WrittenDeal | undefined): IncomingDeal {
  const before = written?.fields['tags'];
  if (!deal.areSomeTags || !Array.isArray(before)) return deal;
  const tags = [...new Set([...(before as readonly string[]), ...deal.tags])];
  return { ...deal, tags, blank: deal.blank.filter(field => field !== 'tags') };
}
