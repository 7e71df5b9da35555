import type { BesideTarget } from './beside/besideHeads';
import { isDayTarget, type ColumnTarget } from './target';

/** What programs write where there is nothing. */
const PROGRAMS = ['null', '(null)', '#n/a', '#nv', '\\n', 'undefined', '(blank)', '(empty)', '(leer)'];
/** What people write there, or choose from a list: as the name of an owner, an account or a reason it is none. */
const PEOPLE = [
  'n/a',
  'n.a.',
  'none',
  '(none)',
  '-none-',
  '--none--',
  '- none -',
  '-',
  '--',
  '---',
  '–',
  '—',
];
/** What may be a word elsewhere, and is no amount, no day and no address. */
const SHORT = ['na', 'nan', 'nil', 'n/d', 'k.a.', 'k. a.', '0000-00-00', '0000-00-00 00:00:00'];

const BY_PROGRAMS: ReadonlySet<string> = new Set(PROGRAMS);
const BY_PEOPLE: ReadonlySet<string> = new Set([...PROGRAMS, ...PEOPLE]);
const IN_READ: ReadonlySet<string> = new Set([...PROGRAMS, ...PEOPLE, ...SHORT]);

/** Columns of which the cells are read as something other than a text. */
const READ: ReadonlySet<ColumnTarget | BesideTarget> = new Set<ColumnTarget | BesideTarget>([
  ...([
    'id',
    'value',
    'currency',
    'value_period',
    'term',
    'probability',
    'forecast',
    'is_won',
    'is_deleted',
    'is_lost',
    'is_active',
  ] as const),
  ...(['contact_email', 'contact_phone', 'deal_id', 'on', 'email', 'phone'] as const),
]);

/** Columns of texts that may say anything: a deal may be called `None`. */
const ANY: ReadonlySet<ColumnTarget | BesideTarget> = new Set<ColumnTarget | BesideTarget>([
  ...(['title', 'path', 'contact_list', 'check_list', 'tag_list', 'history_list'] as const),
  ...(['source_id', 'as_written'] as const),
  ...(['deal', 'first_name', 'last_name', 'subject', 'text', 'field', 'old', 'new'] as const),
]);

/** Whether a cell says that there is nothing, as `-`, `N/A` and `null` do. What counts depends on the column. */
export function isAbsent(text: string, target: ColumnTarget | BesideTarget): boolean {
  if (ANY.has(target)) return false;
  const said = text.trim().toLowerCase();
  // What is no field of ours means what the team says: `N/A` is not `unknown`.
  if (target === 'product' || (typeof target === 'object' && 'key' in target)) return BY_PROGRAMS.has(said);
  const isRead = READ.has(target) || isDayTarget(target as ColumnTarget);
  return (isRead ? IN_READ : BY_PEOPLE).has(said);
}

/** Whether a cell says that there is no number. */
export function isNoNumber(text: string): boolean {
  return IN_READ.has(text.trim().toLowerCase());
}
