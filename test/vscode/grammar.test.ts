import assert from 'node:assert/strict';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as vscode from 'vscode';
import { changedFile } from '../unit/support/changes';
import { styledFile } from '../unit/support/frontMatters';
import { forAll } from '../unit/support/property';
import { markdownTokens, type Token, type Tokenize } from './support/grammar';

const OURS = / ?\b[\w.]+\.deal\b/g;

const SNAPSHOT = join('test', 'fixtures', 'grammar', 'deal.md.snap');

describe('the colours of a deal', () => {
  let withUs: Tokenize;
  let without: Tokenize;
  before(async () => {
    [withUs, without] = [await markdownTokens(true), await markdownTokens(false)];
  });

  it('are those of the snapshot, in a whole deal', () => {
    const text = readFileSync(SNAPSHOT.replace('.snap', ''), 'utf8');
    const lines = withUs(text).map(tokens =>
      tokens
        .map(
          ([part, scopes]) =>
            [
              part,
              scopes
                .split(' ')
                .filter(scope => scope.endsWith('.deal'))
                .join(' '),
            ] as const,
        )
        .map(([part, scopes]) => (scopes ? `⟦${part} ${scopes}⟧` : part))
        .join(''),
    );
    // `UPDATE_SNAPSHOT=1 npm test -- host --newest` writes it anew, to be looked at in git.
    if (process.env.UPDATE_SNAPSHOT) writeFileSync(SNAPSHOT, lines.join('\n'));
    assert.deepEqual(lines, readFileSync(SNAPSHOT, 'utf8').split('\n'));
  });

  /** What is coloured by us, with the innermost of our scopes. */
  const coloured = (...head: string[]) =>
    withUs(['---', ...head, '---', ...head].join('\n'))
      .flat()
      .flatMap(([text, scopes]) => {
        const [scope] = scopes.split(' ').slice(-1);
        return scope!.endsWith('.deal') && scope !== 'meta.history.deal' ? [`${text} ${scope}`] : [];
      });

  for (const [what, head, expected] of [
    ['the stage', ['stage: proposal'], ['proposal entity.name.type.stage.deal']],
    [
      'the stage as the team calls it, with a comment',
      ['stage:  Objections & Negotiations # since May'],
      ['Objections & Negotiations entity.name.type.stage.deal'],
    ],
    ['the stage in quotes', [`'stage': "Needs: all"`], ['Needs: all entity.name.type.stage.deal']],
    ['an open deal', ['status: open'], ['open constant.language.status.open.deal']],
    ['a won deal', ['status: Closed Won'], ['Closed Won markup.inserted.status.deal']],
    ['a lost deal', ["status: 'lost' # sad"], ['lost markup.deleted.status.deal']],
    ['the currency', ['value: 48000', 'currency: EUR'], ['EUR constant.numeric.currency.deal']],
    [
      'dates',
      [
        'created: 2026-01-05',
        'close_date: "2026-12-18"',
        "closed_on : '2026-12-18'",
        'next_step_on: 2026-11-30',
      ],
      ['2026-01-05', '2026-12-18', '2026-12-18', '2026-11-30'].map(
        date => `${date} constant.numeric.date.deal`,
      ),
    ],
    [
      'the history, as the commands write it',
      [
        'history:',
        '  - {on: 2026-01-05, stage: lead-generation}',
        '  - {on: 2026-11-20, status: lost, reason: price}',
      ],
      [
        '2026-01-05 constant.numeric.date.deal',
        'lead-generation entity.name.type.stage.deal',
        '2026-11-20 constant.numeric.date.deal',
        'lost markup.deleted.status.deal',
      ],
    ],
    [
      'the history, as people write it',
      [
        'history: # all of it',
        '- on: 2026-01-05',
        '  stage: "Needs Analysis"',
        '',
        '- { status: won }',
        'tags: [x]',
      ],
      [
        '2026-01-05 constant.numeric.date.deal',
        'Needs Analysis entity.name.type.stage.deal',
        'won markup.inserted.status.deal',
      ],
    ],
    [
      'the history in brackets',
      ['history: [', '    {on: 2026-01-05, stage: closing}, # ok', ']', 'stage: closing'],
      [
        '2026-01-05 constant.numeric.date.deal',
        'closing entity.name.type.stage.deal',
        'closing entity.name.type.stage.deal',
      ],
    ],
    [
      'what comes behind a history that is not closed',
      ['history: [{on: x', 'status: won'],
      ['won markup.inserted.status.deal'],
    ],
  ] as const) {
    it(`are those of ${what}`, () => assert.deepEqual(coloured(...head), expected));
  }

  it('are none of what only looks like a field', () => {
    assert.deepEqual(
      coloured(
        ...['status: nowhere', 'currency: euros', 'close_date: someday', 'created: 2026-01-05 12:00'],
        ...['stage: [a]', '# stage: closing', 'restage: x', 'stage:x', 'my stage: x'],
        ...[
          'contacts:',
          '  - {name: R, stage: none, on: 2026-01-05}',
          'extra:',
          '  stage: x',
          '  created: 2026-01-05',
        ],
        ...[
          'text: |',
          '  stage: closing',
          'more: "x',
          '  created: 2026-01-05"',
          'history:',
          '  - note: |',
          '      stage: x',
        ],
      ),
      [],
    );
  });

  it('add to the scopes of YAML, so that a theme that knows none of them shows a text', () => {
    const head = '---\nstage: "closing"\n';
    assert.deepEqual(withUs(head)[1]!.map(withoutOurs), without(head)[1]);
  });

  it('leave the number of a value as YAML has it', () => {
    assert.match(without('---\nvalue: 48000\n')[1]!.at(-1)![1], / constant\.numeric\./);
  });

  /** Lines of the front matter that are ours: a field at the top, with the lines that its value goes on over, or the history. */
  function ourLines(lines: readonly string[]): boolean[] {
    const field = /^(["']?)(?:stage|status|currency|created|close_date|closed_on|next_step_on|history)\1 ?:/;
    let [isField, isHistory] = [false, false];
    return lines.map((line, at) => {
      isField = at > 0 && (field.test(line) || (isField && /^(?:\s|$)/.test(line)));
      if (/^[^\s#\]}-]/.test(line)) isHistory = false;
      if (at > 0 && /^(["']?)history\1 ?:/.test(line)) isHistory = true;
      return isField || isHistory;
    });
  }

  function leavesTheRest(text: string): void {
    const [now, before] = [withUs(text), without(text)];
    const lines = text.split(/\r?\n/);
    const end = lines.findIndex((line, at) => at > 0 && /^(?: {0,3}-{3,}|[ \t]*\.{3})[ \t]*$/.test(line));
    const isOurs = ourLines(lines.slice(0, end < 0 ? lines.length : end));
    lines.forEach((line, at) => {
      if (!isOurs[at]) assert.deepEqual(now[at], before[at], line);
    });
  }

  it('leave all else as it is without them: in the sample, and in generated files', () => {
    const root = vscode.extensions.getExtension('deal-notes.deal-notes')!.extensionPath;
    const sample = join(root, 'media/sample-pipeline/deals');
    const files = readdirSync(sample, { recursive: true, encoding: 'utf8' }).filter(name =>
      name.endsWith('.md'),
    );
    assert.ok(files.length > 30);
    const documents = ['README.md', 'docs/file-format.md'].map(name => join(root, name));
    for (const file of [...files.map(name => join(sample, name)), ...documents])
      leavesTheRest(readFileSync(file, 'utf8'));
    forAll(styledFile, ({ text }) => leavesTheRest(text), 100);
    forAll(changedFile, ({ text }) => leavesTheRest(text), 100);
  });
});

function withoutOurs([text, scopes]: Token): Token {
  return [text, scopes.replace(OURS, '')];
}
