import { STAGE_IDS } from '../../process/stages';
import type { Deal } from '../deal';

/** A deal that is being read. */
export type DealInTheMaking = { -readonly [key in keyof Deal]: Deal[key] };

const NOTHING: readonly never[] = [];

/**
 * A deal whose file says nothing. It is written out, so that an engine keeps the values of each deal side by side: of objects
 * that are filled key by key it makes tables, which take three times the memory and longer for all that is done with them.
 */
export function bareDeal(path: string): DealInTheMaking {
  return {
    path,
    title: '',
    account: undefined,
    owner: undefined,
    stage: STAGE_IDS[0]!,
    status: 'open',
    lostReason: undefined,
    source: undefined,
    value: undefined,
    valuePeriod: undefined,
    term: undefined,
    probability: undefined,
    forecast: undefined,
    closeDate: undefined,
    closedOn: undefined,
    nextStep: undefined,
    nextStepOn: undefined,
    onHoldUntil: undefined,
    contacts: NOTHING,
    tags: NOTHING,
    checks: NOTHING,
    created: undefined,
    absent: NOTHING,
    history: NOTHING,
    lastActivity: undefined,
  };
}
