import type { CalledQuarter, CallsReport, OwnerCalls, SaidCall } from '../../../metrics/calls';
import { pick } from '../pick';
import type { CalledQuarterJson, CallsJson, OwnerCallsJson, SaidCallJson } from '../schema/funnel/calls';
import { moneyAsJson } from '../values';

export function callsAsJson({ quarters, accuracy }: CallsReport): CallsJson {
  return {
    quarters: quarters.map(quarterAsJson),
    accuracy: accuracy.map(one => pick(one, 'owner', 'accuracy', 'n')),
  };
}

function quarterAsJson(quarter: CalledQuarter): CalledQuarterJson {
  return { ...pick(quarter, 'period', 'first', 'last', 'isOver'), owners: quarter.owners.map(ownerAsJson) };
}

function ownerAsJson(owner: OwnerCalls): OwnerCallsJson {
  const { atBegin, atMiddle, latest, before, quota } = owner;
  return {
    owner: owner.owner,
    atBegin: atBegin && saidAsJson(atBegin),
    atMiddle: atMiddle && saidAsJson(atMiddle),
    latest: saidAsJson(latest),
    before: before && saidAsJson(before),
    ...pick(owner, 'won', 'commit', 'bestCase'),
    quota: moneyAsJson(quota),
    ...pick(owner, 'difference', 'accuracy', 'without'),
  };
}

function saidAsJson({ on, money }: SaidCall): SaidCallJson {
  return { on, call: pick(money, 'amount', 'currency') };
}
