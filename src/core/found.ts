/** What stands in a file where something else was expected, so that it can be named. */
export type Found =
  | { readonly is: 'nothing' | 'list' | 'group' | 'alias' }
  /** A text as it stands there; it may hold anything. */
  | { readonly is: 'text'; readonly text: string }
  /** A number, or true or false. */
  | { readonly is: 'plain'; readonly text: string };

/** Names a value of any kind that YAML has. Never walks into it: it may be endless. */
export function found(value: unknown): Found {
  if (value === null || value === undefined) return { is: 'nothing' };
  if (typeof value === 'string') return { is: 'text', text: value };
  if (Array.isArray(value)) return { is: 'list' };
  if (typeof value === 'object') return { is: 'group' };
  return { is: 'plain', text: String(value) };
}
