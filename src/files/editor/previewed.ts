/** What is known of the Markdown previews: VS Code tells an extension the title of such a tab, and no address. */
export interface KnownPreviews {
  /** The title of the tab in front: `Preview acme.md`, in the language of the window. */
  readonly title: string;
  /** How many tabs may show a file of that name, with the one in front. */
  readonly alike: number;
  /** The addresses of the files that were drawn in some preview, the latest last. */
  readonly drawn: readonly string[];
}

/** The address of the file that the preview in front shows; `undefined` where it may be one of several. */
export function whichIsPreviewed({ title, alike, drawn }: KnownPreviews): string | undefined {
  const named = drawn.filter(address => isTitleOf(title, fileName(address)));
  // In other languages, the title has the name somewhere.
  const meant = named.length ? named : drawn.filter(address => title.includes(fileName(address)));
  if (new Set(meant.map(fileName)).size !== 1) return undefined;
  // A preview that goes from file to file was last drawn with the one that it shows.
  return meant.length === 1 || alike === 1 ? meant.at(-1) : undefined;
}

/** Whether a preview of a file of this name is called so in English, `[Preview]` while it is locked to its file. */
function isTitleOf(title: string, name: string): boolean {
  return /^(?:Preview|\[Preview\]) (.*)$/s.exec(title)?.[1] === name;
}

/** The last part of an address, as people read it. */
export function fileName(address: string): string {
  const name = address
    .replace(/[?#].*/, '')
    .split('/')
    .at(-1)!;
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}
