import stringWidth from 'fast-string-truncated-width';

export interface Column {
  readonly align?: 'right';
  /** In columns of a terminal; what is longer is cut. */
  readonly maxWidth?: number;
}

/** Rows as lines whose cells stand below each other, whatever their script. Cells hold no control characters. */
export function formatTable(rows: readonly (readonly string[])[], columns: readonly Column[]): string[] {
  // Nothing has to be in line behind the last cells: those that may be of any length need not be measured.
  const loose = columns.at(-1)!.align || columns.at(-1)!.maxWidth ? -1 : columns.length - 1;
  const cut = rows.map(row =>
    row.map((cell, at) => (at === loose ? { text: cell, width: 0 } : cutTo(cell, columns[at]?.maxWidth))),
  );
  const widths = columns.map((_, at) => cut.reduce((most, row) => Math.max(most, row[at]?.width ?? 0), 0));
  return cut.map(row =>
    row
      .map(({ text, width }, at) => {
        const blanks = ' '.repeat(widths[at]! - width);
        return columns[at]!.align === 'right' ? blanks + text : text + blanks;
      })
      .join('  ')
      .trimEnd(),
  );
}

/** Latin letters and currency signs, all one column wide: nearly every cell, and quicker to tell than to measure. */
const PLAIN = /^[ -~]*$|^[ -~¡-¬®-ʯ₠-₿]*$/;

/** The text with the columns of a terminal that it takes: a Chinese character takes two, a combining accent none. */
function measure(text: string): { text: string; width: number } {
  return { text, width: PLAIN.test(text) ? text.length : stringWidth(text).width };
}

function cutTo(cell: string, limit = Infinity): { text: string; width: number } {
  const whole = measure(cell);
  if (whole.width <= limit) return whole;
  return measure(`${cell.slice(0, stringWidth(cell, { limit, ellipsis: '…' }).index)}…`);
}
