/** Deal files are untrusted text. What is shown of them outside their own editor goes through one of these. */

const CONTROL = /[\p{Cc}\p{Bidi_Control}\u2028\u2029]+/gu;
const CONTROL_BUT_TAB = /(?!\t)[\p{Cc}\p{Bidi_Control}\u2028\u2029]/gu;

/**
 * One line of text without control characters (terminal escapes among them) and without the marks that turn the
 * direction of what follows; cut to a length that a row, a message or a terminal can show.
 */
export function plainText(text: string, maxLength = 200): string {
  // Cut first, and generously: some titles are as long as a book.
  const line = text
    .slice(0, maxLength * 4)
    .replace(CONTROL, ' ')
    .replace(/ {2,}/g, ' ')
    .trim();
  // Half of a character that takes two units is none.
  return line.length > maxLength ? `${line.slice(0, maxLength - 1).replace(/[\ud800-\udbff]$/, '')}…` : line;
}

/** The same for a line whose blanks have a meaning, such as a row of a table or of a diff: nothing moves, tabs stay. */
export function plainLine(line: string): string {
  return line.replace(CONTROL_BUT_TAB, ' ');
}

/** For places where VS Code draws `$(name)` as an icon: there a backslash makes it text again. */
export function withoutIcons(text: string): string {
  return text.replace(/\$\(/g, '\\$(');
}

/**
 * For Markdown in which VS Code may draw icons: stands there as it is. Escapes what the editor's own `appendText`
 * leaves, too: entities, HTML, and addresses, of which links are made.
 */
export function markdownText(text: string): string {
  return withoutIcons(text).replace(/[!-/:-@[-`{-~]/g, '\\$&');
}

/**
 * The same for Markdown that people also read as it is, in a terminal or a mail: only signs that would mean something where
 * they stand are escaped. For one line of text, of which no link is made either.
 */
export function markdownProse(text: string): string {
  return text
    .replace(/[\\`*_[\]<>|~#$@]|&(?=#?\w+;)|:(?=[^\s\d])/g, '\\$&')
    .replace(/\/\//g, '\\/\\/')
    .replace(/www(?=\.)/gi, '$&\\')
    .replace(/^[-+=]/, '\\$&')
    .replace(/^(\d+)(?=[.)])/, '$1\\');
}

/** A link for notes and messages: `[title](path)`. The path is relative, with `/` between its parts. */
export function markdownLink(title: string, path: string): string {
  const text = plainText(title).replace(/[\\[\]<>`*_~!&$]/g, '\\$&');
  return `[${text}](${linkTarget(path)})`;
}

/** A path as a Markdown link has it. */
export function linkTarget(path: string): string {
  const target = path.split('/').map(encodeURIComponent).join('/');
  return target.replace(/[()]/g, part => (part === '(' ? '%28' : '%29'));
}

/** For HTML, between tags and in attributes with quotes. */
export function htmlText(text: string): string {
  return text.replace(/[&<>"']/g, char => `&#${char.charCodeAt(0)};`);
}

/** For messages, in which VS Code makes a link, or a command that runs, of `[text](target)`. */
export function withoutLinks(text: string): string {
  return text.replace(/\]\(/g, '] (');
}

/**
 * For cells of a CSV file, which a spreadsheet would take for a formula and work out: an apostrophe makes them text.
 * Behind a semicolon too, since that begins a new cell where the comma is the decimal sign. Where apostrophes stand there already,
 * one more: who takes one off, has what was there.
 */
export function withoutFormulas(cell: string): string {
  return cell.replace(/^(?='*[\s\p{Cf}]*[=+\-@＝＋－＠])|(?<=;)(?='*\p{Cf}*[=+\-@＝＋－＠])/gu, "'");
}
