import { extensions, languages, Uri, workspace } from 'vscode';
import { PROCESS_FILE } from '../../core/process/processFile';
import type { Schema } from '../../core/process/schema';
import { Disposables } from '../../disposables';

const SCHEMA = ['media', 'sales-process.schema.json'];
const FILES = { pattern: `**/${PROCESS_FILE}` };
/** It is given the same schema, and would say everything twice. */
const YAML_EXTENSION = 'redhat.vscode-yaml';

/** Completion and explanations in `sales-process.yaml`, from its schema; both are read when they are first asked for. */
export function registerProcessHelp(extension: Uri): Disposables {
  const disposables = new Disposables();
  let loading: Promise<Schema> | undefined;
  const load = async () => {
    loading ??= readSchema(Uri.joinPath(extension, ...SCHEMA));
    return { help: await import('./help'), schema: await loading };
  };
  disposables.add(
    languages.registerCompletionItemProvider(
      FILES,
      {
        provideCompletionItems: async (document, position) => {
          if (isHelped()) return undefined;
          const { help, schema } = await load();
          return help.completionsAt(document, position, schema);
        },
      },
      ...[':', ' ', '-', '{', ','],
    ),
  );
  disposables.add(
    languages.registerHoverProvider(FILES, {
      provideHover: async (document, position) => {
        if (isHelped()) return undefined;
        const { help, schema } = await load();
        return help.hoverAt(document, position, schema);
      },
    }),
  );
  return disposables;
}

function isHelped(): boolean {
  return extensions.getExtension(YAML_EXTENSION) !== undefined;
}

async function readSchema(uri: Uri): Promise<Schema> {
  return JSON.parse(new TextDecoder().decode(await workspace.fs.readFile(uri))) as Schema;
}
