import { searchable } from '../text/searchable';

/** Names of what is exported before the name of the field: `Deal - Title`, in the languages of Pipedrive's own pages too. */
const ENTITY = /^(?:deals?|opportunity|affaire|trato|negocio) - /;
/** What Copper puts behind the names of a team's own fields. */
const CUSTOM = / cf_\d+$/;

/**
 * Alike for heads that differ only in case, accents, blanks and signs, in the name of the entity before them, and in the
 * star of what is required: `Deal - Title*` is `title`.
 */
export function foldHead(head: string): string {
  const plain = searchable(head.replace(/^\uFEFF/, ''))
    .replace(ENTITY, '')
    .replace(CUSTOM, '');
  return plain.replace(/[^\p{L}\p{N}]+/gu, '') || plain;
}

/** The same for the names of stages and outcomes, which may have pictures in them: `Won 🎉`. */
export function foldName(name: string): string {
  const plain = searchable(name);
  return plain.replace(/[^\p{L}\p{N}]+/gu, '') || plain;
}

/** `id` as a word, or behind one of those that people write it together with: not what ends so, such as `Paid` and `Bid`. */
const ID = /(?:^|[^\p{L}])(?:crm|item|lead|order|quote|ref|row|ticket)?id(?:[^\p{L}]|$)/iu;

/** Whether a head is called after ids: `Deal ID`, `dealId`, `deal_id`. */
export function namesIds(head: string): boolean {
  return ID.test(head.replace(/(\p{Ll})(I[dD])/u, '$1 $2'));
}

/** A head as a key of front matter: `SO Number cf_698395` as `so_number`. */
export function keyOfHead(head: string): string {
  const words = searchable(head.replace(/^\uFEFF/, ''))
    .replace(ENTITY, '')
    .replace(CUSTOM, '')
    .replace(/[^\p{L}\p{N}]+/gu, '_')
    .replace(/^_+|_+$/g, '')
    .slice(0, MOST_KEY);
  return /^\p{L}/u.test(words) ? words : `column_${words}`.replace(/_$/, '');
}

const MOST_KEY = 60;
