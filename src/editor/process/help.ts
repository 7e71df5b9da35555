import {
  CompletionItem,
  CompletionItemKind,
  Hover,
  l10n,
  MarkdownString,
  Range,
  SnippetString,
  type Position,
  type TextDocument,
} from 'vscode';
import { explainAt, suggestAt, type Explained, type Suggestion } from '../../core/process/processHelp';
import type { Schema } from '../../core/process/schema';

/** What may be written at a place. */
export function completionsAt(document: TextDocument, position: Position, schema: Schema): CompletionItem[] {
  const { start, end, suggestions } = suggestAt(document.getText(), document.offsetAt(position), schema);
  const range = rangeOf(document, start, end);
  return suggestions.map((one, at) => toItem(one, at, range));
}

/** What the setting or the value means that stands at a place. */
export function hoverAt(document: TextDocument, position: Position, schema: Schema): Hover | undefined {
  const found = explainAt(document.getText(), document.offsetAt(position), schema);
  return found && new Hover(inWords(found.explained), rangeOf(document, found.start, found.end));
}

function rangeOf(document: TextDocument, start: number, end: number): Range {
  return new Range(document.positionAt(start), document.positionAt(end));
}

/** In the order of the schema, which is that of people. */
function toItem(
  { label, kind, snippet, goesOn, explained }: Suggestion,
  at: number,
  range: Range,
): CompletionItem {
  const item = new CompletionItem(
    label,
    kind === 'key' ? CompletionItemKind.Property : CompletionItemKind.EnumMember,
  );
  item.insertText = new SnippetString(snippet);
  item.range = range;
  item.filterText = label;
  item.sortText = String(at).padStart(3, '0');
  item.documentation = inWords(explained);
  if (goesOn) item.command = { command: 'editor.action.triggerSuggest', title: '' };
  return item;
}

/** All of it is from our own schema. */
function inWords({ description, byDefault, range, values }: Explained): MarkdownString {
  const lines = [
    description,
    range && l10n.t('A number, {0}.', range),
    values.map(({ value, description: words }) => `- \`${value}\`${words ? `: ${words}` : ''}`).join('\n'),
    byDefault && l10n.t('Default: {0}', `\`${byDefault}\``),
  ];
  return new MarkdownString(lines.filter(line => line).join('\n\n'));
}
