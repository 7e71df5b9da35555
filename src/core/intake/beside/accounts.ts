import { changeDeal, openDeal } from '../../deal/changeDeal';
import { oneLine } from '../../oneLine';
import type { Refusal } from '../../refusal';
import { foldName } from '../heads';
import { say } from '../say';
import type { AddedTo, DealToAddTo } from './addedTo';
import type { BesideCells, BesideRead } from './rowsBeside';

/** A company of a table of companies. */
export interface TheirAccount {
  readonly row: number;
  readonly name: string;
}

export function readAccount({ row, cell }: BesideCells): BesideRead<TheirAccount> {
  const name = oneLine(cell('account'));
  return name ? { item: { row, name } } : { says: say('rowNoAccount'), about: 'account' };
}

/** Fills in the account of a deal that has none; another one stays, and is told. */
export function addAccount(
  { path, text, process }: DealToAddTo,
  accounts: readonly TheirAccount[],
): AddedTo | Refusal {
  const opened = openDeal(path, text, process);
  if (!opened.ok) return opened;
  const { account } = opened.deal;
  const named = account ?? accounts[0]!.name;
  const left = accounts
    .filter(({ name }) => foldName(name) !== foldName(named))
    .map(({ row, name }) => ({ row, says: say('rowAccountDiffers', { path, account: named, there: name }) }));
  const change = account === undefined ? { frontMatter: { set: { account: named } } } : {};
  const changed = changeDeal(path, text, process, () => change);
  if (!changed.ok) return changed;
  const added = account === undefined ? [{ row: accounts[0]!.row, line: named }] : [];
  return { ...changed, added, left, keys: [] };
}
