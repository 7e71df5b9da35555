/** What tells a deal from others in the keys of what imports have added to it: its id; without one, the path of its file. */
export function dealKeyOf(sourceId: string | undefined, path: string): string {
  return sourceId ?? path;
}

/** That of some deals' which such a key ends in. */
export function dealKeyIn(key: string, some: Pick<ReadonlySet<string>, 'has'>): string | undefined {
  for (let at = key.indexOf(' '); at >= 0; at = key.indexOf(' ', at + 1))
    if (some.has(key.slice(at + 1))) return key.slice(at + 1);
  return undefined;
}
