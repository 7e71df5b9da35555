/** What tells a deal from others in the keys of what imports have added to it: its id; without one, the path of its file. */
export function dealKeyOf(sourceId: string | undefined, path: string): string {
  return sourceId ?? path;
}
