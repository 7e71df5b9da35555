import assert from 'node:assert/strict';
import { chmodSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import * as vscode from 'vscode';
import { gitProgram } from '../../src/branches/gitProgram';
import { mergeState } from '../../src/git/mergeDriver/state';
import { takeAway } from '../../src/git/mergeDriver/takeAway';
import { mendOrOffer } from '../../src/merging/offer';
import { messages } from './support/answers';
import { makeRepository, type Repository } from './support/repository';
import { clear, deal, extension, uriOf, writeDeal } from './support/workspace';

const workspaceFolder = vscode.workspace.workspaceFolders![0]!.uri.fsPath;
const surroundings = { cwd: homedir(), env: process.env };
const parts = { program: '// merges\n' };

/** What an editor keeps for itself, in memory. */
function memento(): vscode.Memento {
  const kept = new Map<string, unknown>();
  return {
    keys: () => [...kept.keys()],
    get: (key: string, otherwise?: unknown) => kept.get(key) ?? otherwise,
    update: (key: string, value: unknown) => Promise.resolve(void kept.set(key, value)),
  } as vscode.Memento;
}

describe('merging with git', () => {
  const { said, press } = messages();
  let repository: Repository;
  const folder = () => uriOf('.').fsPath.replace(/[\\/.]+$/, '');
  const state = () => mergeState(folder(), surroundings);
  const byTom = async () => {
    await writeDeal('b.md', deal('proposal'));
    repository.git('add', '--all');
    repository.git('-c', 'user.email=tom@acme.example', 'commit', '--quiet', '--message', 'Globex');
  };

  beforeEach(async () => {
    await clear();
    await writeDeal('a.md', deal('proposal'));
    repository = makeRepository(workspaceFolder);
    await extension();
  });
  afterEach(async () => {
    repository.remove();
    rmSync(join(folder(), '.gitattributes'), { force: true });
    await clear();
  });

  it('is offered once where several people change the deals, and set up by one button', async () => {
    const kept = memento();
    const look = () => mendOrOffer(folder(), kept, surroundings, parts);
    await look();
    assert.deepEqual(said, [], 'one person');
    await byTom();
    press('Set Up');
    await look();
    assert.match(said[0]!, /^Several people change these deals\./);
    assert.match(
      said[1]!,
      /^Git merges deals field by field in this clone now\. Commit deals\/\.gitattributes,/,
    );
    assert.equal((await state())?.here, 'ready');
    await takeAway(folder(), surroundings);
    await look();
    assert.equal(said.length, 2, 'once');
  });

  it('is offered in a clone that lacks it where the team has it', async () => {
    await vscode.workspace.fs.writeFile(
      uriOf('.gitattributes'),
      new TextEncoder().encode('*.md merge=deal-notes\n'),
    );
    await mendOrOffer(folder(), memento(), surroundings, parts);
    assert.match(said[0]!, /^Your team has git merge deals field by field\. This clone isn’t set up/);
    assert.equal((await state())?.here, 'nothing', 'nobody has said yes');
  });

  it('is set up and taken away by a command', async () => {
    const { showQuickPick } = vscode.window;
    const shown: string[] = [];
    const pickFirst = (rows: readonly vscode.QuickPickItem[], options: vscode.QuickPickOptions) => {
      shown.push(`${options.placeHolder}: ${rows.map(({ label }) => label).join()}`);
      return Promise.resolve(rows[0]);
    };
    Object.assign(vscode.window, { showQuickPick: pickFirst });
    try {
      await vscode.commands.executeCommand('dealNotes.setUpMerging');
      assert.equal((await state())?.here, 'ready');
      const program = readFileSync(join(workspaceFolder, '.git/deal-notes/merge.cjs'), 'utf8');
      assert.match(program, /merge-file/, 'the program that is shipped');
      await vscode.commands.executeCommand('dealNotes.setUpMerging');
      assert.equal((await state())?.here, 'nothing');
    } finally {
      Object.assign(vscode.window, { showQuickPick });
    }
    assert.deepEqual(shown, [
      'Now: line by line: $(git-merge) Merge deals field by field',
      'Now: field by field: $(discard) Merge deals line by line again',
    ]);
  });

  describe('with git.path set', () => {
    const setting = () => vscode.workspace.getConfiguration('git');
    const setTo = (path: unknown, target = vscode.ConfigurationTarget.Global) =>
      setting().update('path', path, target);
    const place = join(workspaceFolder, '..', 'a git of one’s own');
    const program = join(place, 'git');
    const notes = join(place, 'asked');
    const asked = () => existsSync(notes);
    /** As the extension does it. */
    const look = async () => {
      rmSync(notes, { force: true });
      const state = await mergeState(folder(), { ...surroundings, program: gitProgram() });
      assert.equal(state?.here, 'nothing');
    };

    before(() => {
      mkdirSync(place, { recursive: true });
      writeFileSync(program, `#!/bin/sh\necho "$@" >>"$(dirname "$0")/asked"\nexec git "$@"\n`);
      chmodSync(program, 0o755);
    });
    afterEach(() => setTo(undefined));
    after(() => rmSync(place, { recursive: true }));

    it('that git is asked, whatever blanks are in its path', async () => {
      await setTo(program);
      await look();
      assert.ok(asked());
    });

    it('the command sets merging up by that git', async () => {
      await setTo(program);
      const { showQuickPick } = vscode.window;
      Object.assign(vscode.window, {
        showQuickPick: (rows: readonly vscode.QuickPickItem[]) => Promise.resolve(rows[0]),
      });
      try {
        rmSync(notes, { force: true });
        await vscode.commands.executeCommand('dealNotes.setUpMerging');
      } finally {
        Object.assign(vscode.window, { showQuickPick });
      }
      assert.match(readFileSync(notes, 'utf8'), /config --local --replace-all merge\.deal-notes\.driver/);
      assert.equal((await state())?.here, 'ready');
    });

    it('of a list the first that is there is asked', async () => {
      await setTo([join(place, 'not there'), place, program]);
      await look();
      assert.ok(asked());
    });

    it('where it leads to no program, the one on the PATH is asked', async () => {
      for (const path of [join(place, 'not there'), place, './git', '', []]) {
        await setTo(path);
        await look();
        assert.ok(!asked(), String(path));
      }
    });
  });
});
