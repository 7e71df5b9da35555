/** A `source_id` in its parts: `hubspot:4711`. */
export function partsOf(
  sourceId: string | undefined,
): { readonly kind: string; readonly id: string } | undefined {
  const [, kind, id] = /^([^:]+):(.+)$/s.exec(sourceId ?? '') ?? [];
  return kind && id ? { kind, id } : undefined;
}

/** The same of any `source_id`: one that somebody has written by hand may have no kind. */
export function kindAndIdOf(sourceId: string): { readonly kind: string; readonly id: string } {
  const at = sourceId.indexOf(':');
  return { kind: sourceId.slice(0, Math.max(at, 0)), id: sourceId.slice(at + 1) };
}

/**
 * Alike for the forms in which programs write one id: with `zcrm_` and without; of Salesforce with 15 characters, of which the case
 * counts, or 18, of which the last three only say that case again; and `007`, `7` and `7.0`, or `AB-1` and `ab-1`, after spreadsheets.
 *
 * @param kind of the table; where it isn't known, 18 characters are Salesforce's
 */
export function foldId(id: string, kind = 'salesforce'): string {
  const own = id.trim().replace(/^zcrm_/i, '');
  if (/^[a-z\d]+$/i.test(own) && /[a-z]/i.test(own)) {
    if (own.length === SHORT) return own;
    if (own.length === LONG && (kind === 'salesforce' || isChecked(own))) return own.slice(0, SHORT);
  }
  const number = /^0*(\d+)(?:[.,]0{1,2})?$/.exec(
    own.replace(/^\d{1,3}(?:,\d{3})+$/, all => all.replaceAll(',', '')),
  );
  return number ? number[1]! : own.toLowerCase();
}

const SHORT = 15;
const LONG = 18;

/** Whether the last three of 18 characters say which of the others are capitals, as Salesforce has them: five others in each. */
function isChecked(id: string): boolean {
  const says = [0, 5, 10].map(from => {
    const bits = [0, 1, 2, 3, 4].map(at => (/[A-Z]/.test(id[from + at]!) ? 1 << at : 0));
    return 'ABCDEFGHIJKLMNOPQRSTUVWXYZ012345'[bits.reduce<number>((sum, bit) => sum + bit, 0)];
  });
  return says.join('') === id.slice(SHORT);
}
