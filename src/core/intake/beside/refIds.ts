/** A `source_id` in its parts: `hubspot:4711`. */
export function partsOf(
  sourceId: string | undefined,
): { readonly kind: string; readonly id: string } | undefined {
  const [, kind, id] = /^([^:]+):(.+)$/s.exec(sourceId ?? '') ?? [];
  return kind && id ? { kind, id } : undefined;
}

/**
 * Alike for the two forms in which a system writes one id: with `zcrm_` and without; and of Salesforce with 15 characters, of which
 * the case counts, or 18, of which the last three only say that case again.
 */
export function idKey(id: string): string {
  const own = id.trim().replace(/^zcrm_/i, '');
  return /^[a-z\d]{18}$/i.test(own) && /[a-z]/i.test(own) ? own.slice(0, 15) : own;
}
