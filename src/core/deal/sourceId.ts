/** What another program calls the deal, as its file writes it in the front matter. */
export function sourceIdIn(text: string): string | undefined {
  const frontMatter = /^\uFEFF?---[^\S\n]*\n([^]*?)\n---/.exec(text)?.[1] ?? '';
  const written = /^source_id[ \t]*:[ \t]*(.*?)[ \t]*\r?$/m.exec(frontMatter)?.[1];
  return written?.replace(/^(["'])(.*)\1$/, '$2') || undefined;
}
