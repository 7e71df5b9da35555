/** Whether a text is HTML, as notes are in some exports. */
const HTML = /<(?:p|div|br|ul|ol|li|b|i|strong|em|span|a|h[1-6])\b[^<>]*>/i;

const ENTITIES: Readonly<Record<string, string>> = {
  ...{ amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' },
};

/**
 * A text from elsewhere as Markdown that means no more than its words: nothing in it is a heading, a to-do, HTML, or ends
 * a block. HTML is taken for the text that it shows.
 */
export function notesOf(text: string): string {
  return wordsOf(text)
    .split('\n')
    .map(line => quietStart(line).replace(/<(?=[\p{L}/!?])/gu, '\\<'))
    .join('\n');
}

/** A text from elsewhere as the words that people read, in lines: that of HTML is what it shows. No two blank lines follow each other. */
export function wordsOf(text: string): string {
  const plain = HTML.test(text) ? textOfHtml(text) : text;
  return plain
    .replace(/\r\n?/g, '\n')
    .replace(/[^\P{Cc}\n\t]/gu, ' ')
    .split('\n')
    .map(line => line.trimEnd())
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

/** A line that begins no heading, no to-do and no block of another kind. */
export function quietStart(line: string): string {
  return line
    .replace(/^(\s*)(?=#|~~~|```|>|={2,}\s*$|-{2,}\s*$|[-+*_](?:\s*[-+*_]){2,}\s*$|\|)/, '$1\\')
    .replace(/^(\s*[-+*]\s+)(?=\[.?\])/, '$1\\')
    .replace(/^(?: {4}|\t)\s*/, '');
}

function textOfHtml(html: string): string {
  return html
    .replace(/<(script|style|title)\b[^]*?(?:<\/\1\s*>|$)/gi, '')
    .replace(/<(?:br|\/p|\/div|\/li|\/h[1-6]|\/tr)\b[^<>]*>/gi, '\n')
    .replace(/<li\b[^<>]*>/gi, '- ')
    .replace(/<[\p{L}/!?][^<>]*>/gu, '')
    .replace(
      /&(?:#(\d{1,6})|#x([0-9a-f]{1,5})|(\w+));/gi,
      (all, decimal?: string, hex?: string, name?: string) => {
        if (name) return ENTITIES[name.toLowerCase()] ?? all;
        const code = decimal ? Number(decimal) : parseInt(hex!, 16);
        return code > 31 && code < 0x110000 ? String.fromCodePoint(code) : ' ';
      },
    );
}
