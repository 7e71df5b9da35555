import {
  CompletionItem,
  CompletionItemKind,
  extensions,
  Hover,
  l10n,
  languages,
  MarkdownString,
  Range,
  SnippetString,
  Uri,
  workspace,
  type TextDocument,
} from 'vscode';
import { PROCESS_FILE } from '../../core/process/processFile';
import { explainAt, suggestAt, type Explained, type Suggestion } from '../../core/process/processHelp';
import type { Schema } from '../../core/process/schema';
import { Disposables } from '../../disposables';

const SCHEMA = ['schemas', 'sales-process.schema.json'];
const FILES = { pattern: `**/${PROCESS_FILE}` };
/** It is given the same schema, and would say everything twice. */
const YAML_EXTENSION = 'redhat.vscode-yaml';

/** Completion and explanations in `sales-process.yaml`, from its schema. */
export function registerProcessHelp(extension: Uri): Disposables {
  const disposables = new Disposables();
  let loading: Promise<Schema> | undefined;
  const schema = () => (loading ??= load(Uri.joinPath(extension, ...SCHEMA)));
  disposables.add(
    languages.registerCompletionItemProvider(
      FILES,
      {
        provideCompletionItems: async (document, position) => {
          if (isHelped()) return undefined;
          const offset = document.offsetAt(position);
          const { start, end, suggestions } = suggestAt(document.getText(), offset, await schema());
          const range = rangeOf(document, start, end);
          return suggestions.map((one, at) => toItem(one, at, range));
        },
      },
      ...[':', ' ', '-', '{', ','],
    ),
  );
  disposables.add(
    languages.registerHoverProvider(FILES, {
      provideHover: async (document, position) => {
        if (isHelped()) return undefined;
        const found = explainAt(document.getText(), document.offsetAt(position), await schema());
        return found && new Hover(inWords(found.explained), rangeOf(document, found.start, found.end));
      },
    }),
  );
  return disposables;
}

function isHelped(): boolean {
  return extensions.getExtension(YAML_EXTENSION) !== undefined;
}

async function load(uri: Uri): Promise<Schema> {
  return JSON.parse(new TextDecoder().decode(await workspace.fs.readFile(uri))) as Schema;
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
