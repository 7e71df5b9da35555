import type { Deal } from '../deal/deal';
import type { KnownPerson } from '../deal/whoIAm';
import { SHARED_DOMAINS } from '../sharedDomains';
import { searchable } from '../text/searchable';
import type { Correspondent } from './captured';

/** Tells whether somebody is on our side: the person who works here, the deal's owner, or a colleague by the domain of the mail. */
export function ours(me: KnownPerson, deal: Pick<Deal, 'owner'>): (one: Correspondent) => boolean {
  const names = new Set([me.owner, me.name, deal.owner].flatMap(one => (one ? searchable(one) : [])));
  const own = me.email?.toLowerCase();
  const domain = domainOf(own);
  const colleagues = domain && !SHARED_DOMAINS.test(domain) ? domain : undefined;
  return ({ name, email }) => {
    const address = email?.toLowerCase();
    if (address !== undefined && (address === own || names.has(address))) return true;
    if (colleagues !== undefined && domainOf(address) === colleagues) return true;
    return name !== undefined && names.has(searchable(name));
  };
}

function domainOf(email: string | undefined): string | undefined {
  return email?.split('@')[1];
}

/** Addresses from which programs write, to which nobody answers. */
const NOBODY =
  /^(?:(?:do[-_.]?)?no[t]?[-_.]?reply|mailer-daemon|postmaster|notifications?|calendar-notification|bounces?)(?:[-+_.]|@|$)/i;

/** A program that writes for somebody: “Rita Lee via DocuSign”. */
const FOR_SOMEBODY = /\S\s+via\s+\S/i;

/** Whether somebody can be a contact of a deal: has an address at which a person reads. */
export function isReachable({ name, email }: Correspondent): boolean {
  return email !== undefined && !NOBODY.test(email) && !FOR_SOMEBODY.test(name ?? '');
}

/** Those of some whom a deal doesn't have yet, by address and by name. */
export function newAmong(
  some: readonly Correspondent[],
  { contacts }: Pick<Deal, 'contacts'>,
): Correspondent[] {
  const known = new Set(
    contacts.flatMap(({ name, email }) => [name, email].flatMap(one => (one ? searchable(one) : []))),
  );
  const isNew = ({ name, email }: Correspondent) => {
    const keys = [name, email].flatMap(one => (one ? searchable(one) : []));
    if (keys.some(key => known.has(key))) return false;
    for (const key of keys) known.add(key);
    return true;
  };
  return some.filter(isNew);
}
