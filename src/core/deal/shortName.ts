import type { Deal } from './deal';

/** What a deal is called where there is little room: by its account or its title. */
export const NAME_CHOICES = ['short', 'title', 'account'] as const;
export type NameChoice = (typeof NAME_CHOICES)[number];

interface Named extends Pick<Deal, 'title'> {
  readonly account?: string | null | undefined;
}

/**
 * What deals that stand in one list are called, in their order. Two of one name there, as two deals of one account, go by
 * their titles.
 */
export function namesIn(deals: readonly Named[], choice: NameChoice): readonly string[] {
  const wanted = deals.map(deal => nameOf(deal, choice));
  const counts = new Map<string, number>();
  for (const name of wanted) counts.set(name, (counts.get(name) ?? 0) + 1);
  return wanted.map((name, at) => (counts.get(name) === 1 ? name : deals[at]!.title));
}

function nameOf(deal: Named, choice: NameChoice): string {
  if (choice === 'title') return deal.title;
  return choice === 'account' ? deal.account || deal.title : shortName(deal);
}

/** The account where the title begins with it and goes on, as in `Acme Corp, scanners` or, for short, `Acme: scanners`. */
export function shortName({ account, title }: Named): string {
  if (!account) return title;
  if (title !== account && beginsWith(title, account)) return account;
  const [, beginning] = /^(.*?)(?:[,:;|]\s|\s[-–—]\s)/.exec(title) ?? [];
  return beginning && beginsWith(account, beginning) ? account : title;
}

/** With whole words. */
function beginsWith(text: string, beginning: string): boolean {
  const isIt = text.slice(0, beginning.length).toLowerCase() === beginning.toLowerCase();
  return isIt && !/^[\p{L}\p{N}]/u.test(text.slice(beginning.length));
}
