import type { Event } from 'vscode';
import type { DealFilter } from '../core/filter/table';
import { EVERYTHING, type FunnelQuestion } from '../shared/funnelQuestion';

/** How the views of the side bar are looked at. */
export interface LookOfViews {
  readonly current: { readonly filter: DealFilter };
  readonly onDidChange: Event<void>;
}

/** Whose deals the views show; `undefined` for everyone’s. */
export function ownerIn({ current }: LookOfViews): readonly string[] | undefined {
  return current.filter.owner;
}

/** The same question about the deals of these owners, or everyone’s. */
export function ofOwner(asked: FunnelQuestion, owner: readonly string[] | undefined): FunnelQuestion {
  const others = Object.entries(asked.filter).filter(([key]) => key !== 'owner');
  return { ...asked, filter: { ...Object.fromEntries(others), ...(owner && { owner }) } };
}

/** What a page is asked for that begins while the views are looked at so. */
export function askedAtFirst(views: LookOfViews): FunnelQuestion {
  return ofOwner(EVERYTHING, ownerIn(views));
}
