import type { BridgeNumber } from '../../../../core/changes/bridge';
import type { GroupOfChanges } from '../../../../core/changes/groups';
import type { PacePart } from '../../../../core/metrics/pace';
import { bridgeKey, groupKey, paceKey, type DefinitionEntry } from '../../../definition';
import { GROUPS } from '../../between';
import { BRIDGE_LABELS, PACE_LABELS } from '../changes';

const BRIDGE: Readonly<Record<BridgeNumber, string>> = {
  from: 'The value of all deals open at the chosen point. This number and all parts below add up to the last, exactly.',
  new: 'Deals that are open and weren’t there at the chosen point, with the value they were first known with.',
  reopened: 'Deals that were closed at the chosen point and are open again.',
  won: 'Deals open at the chosen point and won since, with the value they were won with.',
  lost: 'Deals open at the chosen point and lost since, with the value they were lost with.',
  removed: 'Deals open at the chosen point whose file is gone, with the value last seen.',
  up: 'What values have grown by, also of deals that were won, lost or removed later.',
  down: 'What values have shrunk by, also of deals that were won, lost or removed later.',
  recurrency: 'Values whose currency has changed: they leave one bridge and join the other.',
  unread: 'Deals in files that can be read at one of the two points only.',
  to: 'The value of all deals that are open now, or were on the day that the page shows.',
};

const KINDS: Readonly<Record<GroupOfChanges, string>> = {
  new: 'Deals that weren’t there at the chosen point.',
  advanced: 'Deals in a later stage than at the chosen point. Steps there and back don’t count.',
  back: 'Deals in an earlier stage than at the chosen point.',
  won: 'Deals that are won and weren’t at the chosen point.',
  lost: 'Deals that are lost and weren’t at the chosen point.',
  open: 'Deals that were closed at the chosen point and are open again.',
  removed: 'Deals whose file is gone.',
  up: 'Deals with a higher value than at the chosen point.',
  down: 'Deals with a lower value than at the chosen point.',
  currency: 'Deals whose value is in another currency than at the chosen point.',
  later: 'Deals with a later close date than at the chosen point.',
  sooner: 'Deals with an earlier close date than at the chosen point.',
  close_date: 'Deals that had no close date at the chosen point, or have none any longer.',
  owner: 'Deals that somebody else had at the chosen point.',
  next_step: 'Deals with another next step than at the chosen point, or none any longer.',
};

const PACE: Readonly<Record<PacePart, string>> = {
  won: 'The value of deals won from the first day of the quarter to this day: as many days into it as today is into the running quarter.',
  open: 'The value of deals open at the end of that day with a close date in the quarter, as value and close date were then, as far as the deals’ histories and git know.',
  inTheEnd: 'The value of deals won in the whole quarter.',
};

const entries = <K extends string>(
  texts: Readonly<Record<K, string>>,
  terms: Readonly<Record<K, string>>,
  keyOf: (key: K) => string,
): DefinitionEntry[] =>
  (Object.keys(texts) as K[]).map(key => [keyOf(key), { term: terms[key], text: texts[key] }]);

/** What changed, from the chosen point up to now or the day that the page is about. */
export function changesDefinitions(): DefinitionEntry[] {
  return [...bridgeDefinitions(), ...kindDefinitions(), ...paceDefinitions()];
}

export function bridgeDefinitions(): DefinitionEntry[] {
  // The page may show another day than today.
  return entries(BRIDGE, { ...BRIDGE_LABELS, to: 'Open after' }, bridgeKey);
}

export function kindDefinitions(): DefinitionEntry[] {
  return [
    [
      'slips',
      {
        term: 'Slipped out of a period',
        text: 'Open deals that were to close in the running quarter or month as it began, or when they were new, and have a close date after it.',
      },
    ],
    ...entries(KINDS, GROUPS, groupKey),
    [
      'slippedSince',
      {
        term: 'Slipped, by owner',
        text: 'Open deals that were to close in the quarter of the chosen point and have a close date after it.',
      },
    ],
  ];
}

export function paceDefinitions(): DefinitionEntry[] {
  return [
    ...entries(PACE, PACE_LABELS, paceKey),
    [
      'usualPace',
      {
        term: 'On average before',
        text: 'The sum over the quarters before ÷ their number: four at most, and only those that began when deals were already known. Shows “too few” when it rests on fewer than min_sample deals.',
      },
    ],
  ];
}
