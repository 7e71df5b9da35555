/**
 * What is to be said to people, before it is words: a key, and what the sentence is about. A room that has something to
 * say lists its keys with their arguments in an interface; `src/words` has the sentences.
 */
export interface Says {
  readonly say: string;
  readonly args: object;
}

type Arguments<Args> = keyof Args extends never ? [] : [args: Args];

/** Makes what a room says: `say('key', {…})`, with the arguments that `Keys` lists for the key. */
export function sayer<Keys extends { [Key in keyof Keys]: object }>() {
  return <Key extends keyof Keys & string>(say: Key, ...args: Arguments<Keys[Key]>): Says => ({
    say,
    args: args[0] ?? {},
  });
}

/** Whether two say the same: the same key, of the same. */
export function isSaidAlike(a: Says, b: Says): boolean {
  return a.say === b.say && JSON.stringify(a.args) === JSON.stringify(b.args);
}
