import type { DealInNeed, Need } from '../../../metrics/inNeed';
import type { OpenDeal } from '../../../metrics/openDeals';
import { pick } from '../pick';
import type { DealInNeedJson, NeedJson, OpenDealJson } from '../schema/funnel/deals';
import { moneyAsJson } from '../values';

export function openDealAsJson(deal: OpenDeal): OpenDealJson {
  return {
    ...pick(deal, 'path', 'title', 'owner'),
    value: moneyAsJson(deal.value),
    ...pick(deal, 'stage', 'days', 'daysIdle', 'stalled', 'idle', 'unusual'),
    ...(deal.fromGit && { fromGit: true as const }),
  };
}

export function dealInNeedAsJson(deal: DealInNeed): DealInNeedJson {
  return {
    ...pick(deal, 'path', 'title', 'owner', 'stage'),
    value: moneyAsJson(deal.value),
    days: deal.days,
    needs: deal.needs.map(needAsJson),
  };
}

export function needAsJson(need: Need): NeedJson {
  switch (need.kind) {
    case 'stalled':
    case 'idle':
      return pick(need, 'kind', 'days', 'limit');
    case 'unusual':
      return pick(need, 'kind', 'days', 'p90', 'n');
    case 'noNextStep':
    case 'noDecisionMaker':
    case 'noValue':
      return pick(need, 'kind');
    case 'nextStepOverdue':
    case 'closeDatePassed':
      return pick(need, 'kind', 'on', 'days');
    case 'fewContacts':
      return pick(need, 'kind', 'n', 'least');
    case 'unanswered':
    case 'pushed':
      return pick(need, 'kind', 'times');
    case 'criteriaOpen':
      return pick(need, 'kind', 'ids');
  }
}
