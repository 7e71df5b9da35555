import { parseFrontMatter } from '../frontMatter/parse';

/** What another program calls the deal, as its file writes it in the front matter. */
export function sourceIdIn(text: string): string | undefined {
  const frontMatter = /^\uFEFF?---[^\S\n]*\n([^]*?)\n---/.exec(text)?.[1] ?? '';
  const [id] = sourceIdsIn(frontMatter);
  // Some programs write it as JSON, or its keys in quotes.
  return id ?? (/\bsource_id\b/.test(frontMatter) ? parsedId(text) : undefined);
}

function parsedId(text: string): string | undefined {
  const parsed = parseFrontMatter(text);
  const id = parsed.kind === 'found' ? parsed.data['source_id'] : undefined;
  return typeof id === 'string' || typeof id === 'number' ? String(id) || undefined : undefined;
}

/** The same wherever it stands, in a text that can't be read as front matter: in a conflict each side may have one. */
export function sourceIdsIn(text: string): readonly string[] {
  return [...text.matchAll(/^source_id[ \t]*:[ \t]*(.*?)[ \t]*\r?$/gm)].flatMap(
    ([, written]) => written!.replace(/^(["'])(.*)\1$/, '$2') || [],
  );
}
