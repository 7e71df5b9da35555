/** What another program calls the deal, as its file writes it in the front matter. */
export function sourceIdIn(text: string): string | undefined {
  const frontMatter = /^\uFEFF?---[^\S\n]*\n([^]*?)\n---/.exec(text)?.[1] ?? '';
  return sourceIdsIn(frontMatter)[0];
}

/** The same wherever it stands, in a text that can't be read as front matter: in a conflict each side may have one. */
export function sourceIdsIn(text: string): readonly string[] {
  return [...text.matchAll(/^source_id[ \t]*:[ \t]*(.*?)[ \t]*\r?$/gm)].flatMap(
    ([, written]) => written!.replace(/^(["'])(.*)\1$/, '$2') || [],
  );
}
