import { oneLine } from '../../oneLine';

type PersonThere = Readonly<Record<string, unknown>>;

/** The contacts of a deal by their places, found again without a look at all of them. */
export class PeopleThere {
  private readonly all: PersonThere[] = [];
  private readonly byEmail = new Map<string, number>();
  private readonly byName = new Map<string, number[]>();

  constructor(people: readonly PersonThere[]) {
    for (const one of people) this.add(one);
  }

  at(place: number): PersonThere {
    return this.all[place]!;
  }

  /** Those from a place on. */
  from(place: number): readonly PersonThere[] {
    return this.all.slice(place);
  }

  add(person: PersonThere): void {
    this.all.push(person);
    this.index(this.all.length - 1);
  }

  set(place: number, person: PersonThere): void {
    this.all[place] = person;
    this.index(place);
  }

  /**
   * By the address; else by the name, where not both have an address: those are two people. Of several of that name it's the one who
   * says all of it already; where nobody does, it isn't clear who is meant. Nothing where nobody is found.
   */
  find(person: PersonThere): number | 'unclear' | undefined {
    const address = folded(person['email']);
    const byEmail = address ? this.byEmail.get(address) : undefined;
    if (byEmail !== undefined) return byEmail;
    const name = folded(person['name']);
    const named = (name ? (this.byName.get(name) ?? []) : []).filter(
      place => !address || !this.all[place]!['email'],
    );
    if (named.length < 2) return named[0];
    return named.find(place => saysAll(this.all[place]!, person)) ?? 'unclear';
  }

  private index(place: number): void {
    const { email, name } = this.all[place]!;
    const address = folded(email);
    const before = this.byEmail.get(address);
    if (address && (before === undefined || before > place)) this.byEmail.set(address, place);
    const key = folded(name);
    const named = this.byName.get(key);
    if (!named) this.byName.set(key, [place]);
    else if (!named.includes(place)) named.push(place);
  }
}

function saysAll(there: PersonThere, person: PersonThere): boolean {
  return Object.entries(person).every(([key, said]) => folded(there[key]) === folded(said));
}

function folded(said: unknown): string {
  return typeof said === 'string' ? oneLine(said).toLowerCase() : '';
}
