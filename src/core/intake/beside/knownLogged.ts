import { hashOfText } from '../../hashOfText';
import type { TheirActivity } from './activity';

/** Behind the id in a key, of what the activity said. */
const WORDS = / =[0-9a-f]{8}(?= )/;

/** The key of an activity with an id, without what it said. */
export function bareKeyOf(id: string, dealKey: string): string {
  return `${id} ${dealKey}`;
}

/** The same with what it said, so that an import knows what was changed in the other system since. */
export function wordedKeyOf(id: string, { on, what, below }: TheirActivity, dealKey: string): string {
  const hash = hashOfText([on, what, ...below].join('\n'));
  return `${id} =${hash.toString(16).padStart(8, '0')} ${dealKey}`;
}

/** The keys of what imports have logged before. */
export class KnownLogged {
  private readonly bare: ReadonlySet<string>;

  constructor(private readonly keys: ReadonlySet<string>) {
    this.bare = new Set([...keys].filter(key => WORDS.test(key)).map(key => key.replace(WORDS, '')));
  }

  has(key: string): boolean {
    return this.keys.has(key);
  }

  /** Whether an activity was logged, and it's known in which words. */
  hasInWords(bareKey: string): boolean {
    return this.bare.has(bareKey);
  }
}
