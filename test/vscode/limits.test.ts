import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { isSparing } from '../launch/sparing.mjs';
import { clear, deal, extension, textOf, uriOf, writeDeal } from './support/workspace';

const MB = 1_000_000;
const lines = (count: number, line: (index: number) => string) =>
  Array.from({ length: count }, (_, index) => `${line(index)}\n`).join('');

/**
 * What is large to the editor itself, and one of each outcome. How the others are read, bounded in time and memory, is in the unit
 * tests of limits.
 */
const ALWAYS = ['5 MB of notes', '5,000 history lines', 'aliases that grow'];

describe('files that nobody would write', () => {
  beforeEach(clear);
  after(clear);

  for (const [what, content, outcome] of [
    ['5 MB of notes', deal('proposal') + 'word '.repeat(MB), 'deal'],
    ['a front matter of 1 MB', deal('proposal', `note: ${'word '.repeat(MB / 5)}\n`), 'deal'],
    [
      '40,000 keys',
      deal(
        'proposal',
        lines(40_000, index => `key_${index}: value`),
      ),
      'deal',
    ],
    [
      '5,000 history lines',
      deal('proposal').replace(
        'history:\n',
        `history:\n${lines(5000, () => '  - {on: 2026-01-05, stage: proposal}')}`,
      ),
      'deal',
    ],
    [
      '4,500 brackets in each other',
      deal('proposal', `x: ${'['.repeat(4500)}${']'.repeat(4500)}\n`),
      'too-deep',
    ],
    ['100,000 brackets that never end', deal('proposal', `x: ${'['.repeat(100_000)}\n`), 'too-deep'],
    [
      'aliases that grow',
      deal(
        'proposal',
        lines(30, index => `a${index}: &a${index} [${index ? `*a${index - 1}, *a${index - 1}` : 'x'}]`),
      ),
      'too-deep',
    ],
  ] as const) {
    if (isSparing() && !ALWAYS.includes(what)) continue;
    it(`leave the editor alive: ${what}`, async () => {
      const uri = await writeDeal('odd.md', content);
      await writeDeal('acme.md', deal('qualification'));
      const { pipelines } = await extension();
      const entry = pipelines.entryAt(uri);
      assert.equal(entry?.kind === 'attention' ? entry.problem.code : entry?.kind, outcome);
      await vscode.commands.executeCommand('dealNotes.advanceStage', uri);
      assert.equal(/^stage: negotiation$/m.test(textOf('odd.md')), outcome === 'deal');
      await vscode.commands.executeCommand('dealNotes.advanceStage', uriOf('acme.md'));
      assert.match(textOf('acme.md'), /^stage: needs-analysis$/m);
    });
  }
});
