import { DEAL_KEYS } from '../core/exchange/json/list';
import { FIELDS, propertyOf, type Field } from '../core/fields/table';

/** What the keys of a deal hold in JSON, where their name does not say it. */
const SHAPES: Partial<Readonly<Record<Field, string>>> = {
  value: '{amount, currency}',
  value_period: '(month, quarter or year)',
  term: '(in those periods)',
  probability: '(percent)',
  contacts: '[{name, role, email}]',
  history: '[{on, stage, status}]',
};

function keysInWords(): string {
  const shaped = FIELDS.map(field => [propertyOf(field) as string, SHAPES[field]] as const);
  const shapes = new Map<string, string | undefined>([
    ...shaped,
    ['contractValue', '{amount, currency} (the value × the term; what all sums count)'],
    ['absent', '(keys that the process requires and that are empty)'],
    ['lastActivity', '{on, what}'],
    ['conflict', '{line, counts, first, second}'],
  ]);
  return DEAL_KEYS.map(key => [key, shapes.get(key)].filter(part => part).join(' ')).join(', ');
}

const INDENT = ' '.repeat(18);

/** In lines that a terminal shows whole. */
function wrapped(text: string): string {
  const lines = text.match(/\S.{0,80}(?=\s|$)/g) ?? [];
  return lines.join(`\n${INDENT}`);
}

export const LIST_HELP = `
Examples:
  $ deal-notes list sales --json
  $ deal-notes list sales --owner dana --stalled
  $ deal-notes list sales --csv > deals.csv
  $ deal-notes list sales --markdown --columns title,amount,close_date
  $ deal-notes list sales --stalled --excel stalled.xlsx
  $ deal-notes list sales --changed=origin/main --json

--changed takes only files that are new or not as in the revision, staged or not: all counts are of these.

The JSON is one object:
  version         1; it changes only when a key goes or gets another meaning
  folder          the pipeline's folder; the paths below are relative to it
  deals           ${wrapped(`all deals, by stage, then won, then lost; each with ${keysInWords()}; what a file does not say is null`)}
  needsAttention  files that cannot be read as deals: path, line, code, message
  otherNotes      paths of Markdown files without a stage
  files           how many of those: total, open, won, lost, needsAttention, otherNotes
  leftOut         how many deals the filters leave out

A deal also has sourceId, lostNote, own (your own keys) and asWritten (what cannot be read) where its file has such; a
contact phone and own; a line of the history reason and own.

JSON Lines have the same deals, one a line. The CSV has a line for each deal, an apostrophe before a text that a
spreadsheet would take for a formula, and columns for your own keys behind the others. Notes and log stay in the files.`;
