import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as vscode from 'vscode';
import { createOnigScanner, createOnigString, loadWASM } from 'vscode-oniguruma';
import { INITIAL, parseRawGrammar, Registry } from 'vscode-textmate';

interface Contributed {
  readonly scopeName: string;
  readonly path: string;
  readonly injectTo?: readonly string[];
}

/** A piece of a line and its scopes, from `text.html.markdown` inwards. */
export type Token = readonly [text: string, scopes: string];

/** The tokens of each line of a Markdown text. */
export type Tokenize = (text: string) => Token[][];

let wasm: Promise<void> | undefined;

/**
 * Colours Markdown as this VS Code does, by its own engine and by the grammars of its own extensions.
 *
 * @param withOurs whether our grammars are among them
 */
export async function markdownTokens(withOurs: boolean): Promise<Tokenize> {
  wasm ??= loadWASM({ data: readFileSync(require.resolve('vscode-oniguruma/release/onig.wasm')) });
  await wasm;
  const files = new Map<string, string>();
  const injections: string[] = [];
  for (const { id, extensionPath, packageJSON } of vscode.extensions.all) {
    if (id === 'deal-notes.deal-notes' && !withOurs) continue;
    const { contributes } = packageJSON as { contributes?: { grammars?: readonly Contributed[] } };
    for (const { scopeName, path, injectTo } of contributes?.grammars ?? []) {
      files.set(scopeName, join(extensionPath, path));
      if (injectTo?.includes('text.html.markdown')) injections.push(scopeName);
    }
  }
  const registry = new Registry({
    onigLib: Promise.resolve({ createOnigScanner, createOnigString }),
    loadGrammar: scope => {
      const file = files.get(scope);
      return Promise.resolve(file ? parseRawGrammar(readFileSync(file, 'utf8'), file) : null);
    },
    getInjections: scope => (scope === 'text.html.markdown' ? injections : undefined),
  });
  const grammar = (await registry.loadGrammar('text.html.markdown'))!;
  return text => {
    let stack = INITIAL;
    return text.split(/\r?\n/).map(line => {
      const { ruleStack, tokens } = grammar.tokenizeLine(line, stack);
      stack = ruleStack;
      return tokens.map(({ startIndex, endIndex, scopes }) => [
        line.slice(startIndex, endIndex),
        scopes.slice(1).join(' '),
      ]);
    });
  };
}
