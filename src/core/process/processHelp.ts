import { beingWrittenAt, lineUntil, writtenAt } from './places';
import { schemaAt, typesOf, type KeyPath, type Schema } from './schema';

/** What is known of a setting, for people; Markdown only in backquotes. */
export interface Explained {
  readonly description: string;
  /** As it would stand in the file. */
  readonly byDefault: string | undefined;
  /** `0 to 100`. */
  readonly range: string | undefined;
  readonly values: readonly { readonly value: string; readonly description: string | undefined }[];
}

/** Something that could be written at a place of the file. */
export interface Suggestion {
  readonly label: string;
  /** With the places to go on at, as in a snippet: `$1`, `$0`. */
  readonly snippet: string;
  readonly kind: 'key' | 'value';
  /** Whether there is more to choose from behind it. */
  readonly goesOn: boolean;
  readonly explained: Explained;
}

/** What the setting or the value means that stands at an offset. */
export function explainAt(
  text: string,
  offset: number,
  root: Schema,
): { readonly start: number; readonly end: number; readonly explained: Explained } | undefined {
  const found = writtenAt(text, offset);
  const schema = found && schemaAt(root, found.path);
  if (!found || !schema?.description) return undefined;
  const { start, end, isKey } = found;
  const setting = explain(schema);
  const description = setting.values.find(({ value }) => !isKey && value === found.text)?.description;
  const explained = description ? { ...NOTHING, description } : setting;
  return { start, end, explained };
}

/** What could be written at an offset, in place of what is there of it. */
export function suggestAt(
  text: string,
  offset: number,
  root: Schema,
): { readonly start: number; readonly end: number; readonly suggestions: readonly Suggestion[] } {
  const found = beingWrittenAt(text, offset);
  if (!found) return { start: offset, end: offset, suggestions: [] };
  const { path, isKey, isInline, keys, start, end } = found;
  const parent = isKey ? path.slice(0, -1) : path;
  const schema = schemaAt(root, parent);
  if (!schema) return { start, end, suggestions: [] };
  const hasColon = isKey && /^[ \t]*:/.test(text.slice(end, end + 100));
  const asKeys = () => suggestKeys(root, schema, { parent, keys, isInline, hasColon });
  if (isKey) return { start, end, suggestions: asKeys() };
  // Behind `proposal:` on its line, its settings would not be in it.
  const isOnLineOfKey = /:[ \t]/.test(lineUntil(text, offset)) && !isInline;
  const values = suggestValues(schema);
  if (values.length || isOnLineOfKey) return { start, end, suggestions: values };
  if (schema.properties) return { start, end, suggestions: asKeys() };
  const item = schema.items && schemaAt(root, [...path, 0]);
  return { start, end, suggestions: item?.required && !isInline ? [newItem(item, item.required)] : [] };
}

interface Around {
  readonly parent: KeyPath;
  readonly keys: readonly string[];
  readonly isInline: boolean;
  readonly hasColon: boolean;
}

function suggestKeys(root: Schema, schema: Schema, around: Around): Suggestion[] {
  const { parent, keys, isInline, hasColon } = around;
  return Object.keys(schema.properties ?? {})
    .filter(key => !keys.includes(key))
    .map(key => {
      const one = schemaAt(root, [...parent, key])!;
      return {
        label: key,
        kind: 'key',
        snippet: hasColon ? key : `${key}:${isInline ? ' ' : opening(root, [...parent, key], one)}`,
        goesOn: !hasColon && suggestValues(one).length > 0,
        explained: explain(one),
      };
    });
}

/** What comes behind the colon: the lines of a group or a list begin below. */
function opening(root: Schema, path: KeyPath, schema: Schema): string {
  if (schema.items && !typesOf(schema).includes('string')) {
    const item = schemaAt(root, [...path, 0])!;
    return `\n\t- ${item.required ? inLines(item.required, '\n\t  ') : '$0'}`;
  }
  return (schema.properties ?? schema.patternProperties) ? '\n\t$0' : ' ';
}

function newItem(item: Schema, required: readonly string[]): Suggestion {
  return {
    label: `- ${required[0]}:`,
    kind: 'key',
    snippet: `- ${inLines(required, '\n  ')}`,
    goesOn: false,
    explained: explain(item),
  };
}

function inLines(keys: readonly string[], joint: string): string {
  return keys.map((key, at) => `${key}: $${at + 1 === keys.length ? 0 : at + 1}`).join(joint);
}

/** A list of one may be written without brackets. */
function suggestValues(schema: Schema): Suggestion[] {
  const { values } = explain({ ...schema, enum: schema.enum ?? enumOf(schema) });
  return values.map(({ value, description = '' }) => ({
    label: value,
    kind: 'value',
    snippet: value,
    goesOn: false,
    explained: { ...NOTHING, description },
  }));
}

function enumOf(schema: Schema): readonly string[] {
  if (typesOf(schema).includes('boolean')) return ['true', 'false'];
  return typesOf(schema).includes('string') ? (schema.items?.enum ?? []) : [];
}

const NOTHING: Explained = { description: '', byDefault: undefined, range: undefined, values: [] };

export function explain(schema: Schema): Explained {
  const { description = '', minimum, maximum, enumDescriptions } = schema;
  const values = schema.enum ?? [];
  return {
    description,
    byDefault: asYaml(schema.default),
    range:
      minimum !== undefined && maximum !== undefined && maximum < 1e6 ? `${minimum}–${maximum}` : undefined,
    values: values.map((value, at) => ({ value, description: enumDescriptions?.[at] })),
  };
}

/** On one line; nothing where it is an empty list. */
function asYaml(value: unknown): string | undefined {
  if (value === undefined) return undefined;
  return (Array.isArray(value) ? value.join(', ') : String(value)) || undefined;
}
