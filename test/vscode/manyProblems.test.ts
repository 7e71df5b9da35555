import assert from 'node:assert/strict';
import { rmSync, writeFileSync } from 'node:fs';
import * as vscode from 'vscode';
import { MOST_PROBLEMS } from '../../src/editor/problemList';
import { until } from './support/until';
import { clear, deal, extension, uriOf, writeDeal } from './support/workspace';

const MORE = 100;
const nameOf = (at: number) => `broken ${String(at).padStart(4, '0')}.md`;

/** What the editor lists of ours, by the names of files. */
function listed(): { name: string; code: string; message: string }[] {
  return vscode.languages
    .getDiagnostics()
    .flatMap(([{ path }, all]) =>
      all
        .filter(({ source }) => source === 'Deal Notes')
        .map(({ code, message }) => ({ name: path.split('/').at(-1)!, code: String(code ?? ''), message })),
    );
}
const errors = () => listed().filter(({ code }) => code === 'unknown-stage');
const notes = () => listed().filter(({ code }) => code === '');
const codesIn = (wanted: string) =>
  listed().flatMap(({ name, code }) => (name === wanted && code ? [code] : []));

describe('problems of more files than anybody could look through', () => {
  before(async () => {
    await clear();
    await writeDeal('a warning.md', deal('proposal', 'close_date: someday\n'));
    for (let at = 0; at < MOST_PROBLEMS + MORE; at++)
      writeFileSync(uriOf(nameOf(at)).fsPath, `---\ntitle: Deal ${at}\nstage: nowhere\n---\n`);
    await (await extension()).pipelines.refresh();
  });
  after(clear);

  it('are listed the worst first, and one line says how many there are besides', async () => {
    await until(
      () => `the worst are listed, of which there are ${errors().length}, with ${notes().length} lines`,
      () => errors().length === MOST_PROBLEMS && notes().length === 1,
    );
    assert.deepEqual(codesIn('a warning.md'), []);
    assert.deepEqual(codesIn(nameOf(MOST_PROBLEMS - 1)), ['unknown-stage']);
    assert.deepEqual(codesIn(nameOf(MOST_PROBLEMS)), []);
    const { message, name } = notes()[0]!;
    assert.equal(name, 'a warning.md');
    assert.match(message, /^Not listed here: 101 more problems, in 101 files\. .*deal-notes check --hints/);
  });

  it('are all listed of a file that is open, and the line stays where it is', async () => {
    await vscode.window.showTextDocument(uriOf('a warning.md'));
    await until('its warning is listed', () => codesIn('a warning.md').includes('invalid-date'));
    await until('the line counts it no longer', () =>
      /100 more problems, in 100 files/.test(notes()[0]?.message ?? ''),
    );
    assert.deepEqual(
      notes().map(({ name }) => name),
      ['a warning.md'],
    );
    assert.equal(errors().length, MOST_PROBLEMS);
  });

  it('are all listed once there are fewer, without the line', async () => {
    for (let at = 0; at < 2 * MORE; at++) rmSync(uriOf(nameOf(at)).fsPath);
    await (await extension()).pipelines.refresh();
    const left = MOST_PROBLEMS - MORE;
    await until(
      () => `${left} are listed, of which there are ${errors().length}`,
      () => errors().length === left && !notes().length,
    );
    assert.deepEqual(codesIn(nameOf(MOST_PROBLEMS + MORE - 1)), ['unknown-stage']);
  });
});
