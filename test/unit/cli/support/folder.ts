import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** A folder of its own for each test of a suite, gone after it. Call it inside `describe`. */
export function temporaryFolder(): TemporaryFolder {
  const folder = new TemporaryFolder();
  beforeEach(() => folder.make());
  afterEach(() => folder.remove());
  return folder;
}

class TemporaryFolder {
  root = '';

  make(): void {
    this.root = realpathSync(mkdtempSync(join(tmpdir(), 'deal-notes-test-')));
  }

  remove(): void {
    rmSync(this.root, { recursive: true, force: true });
  }

  write(path: string, content: string | Uint8Array): string {
    const file = this.path(path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, content);
    return file;
  }

  read(path: string): string {
    return readFileSync(this.path(path), 'utf8');
  }

  path(path: string): string {
    return join(this.root, path);
  }

  /** Runs git there, as somebody whose name it knows. */
  git(...args: string[]): Buffer {
    const person = ['-c', 'user.name=Dana', '-c', 'user.email=dana@acme.example'];
    return execFileSync('git', [...person, ...args], { cwd: this.root, stdio: 'pipe' });
  }

  commitAll(): void {
    this.git('add', '--all');
    this.git('commit', '--quiet', '--no-verify', '--message', 'Deals');
  }
}

/** A deal file with these lines as its front matter. */
export function deal(...lines: string[]): string {
  return ['---', ...lines, '---', 'They want an answer this month.', ''].join('\n');
}

/** An open deal at a stage, with one line of history. */
export function openDeal(title: string, stage: string): string {
  return deal(
    `title: ${title}`,
    `stage: ${stage}`,
    'value: 48000',
    'currency: EUR',
    'history:',
    `  - {on: 2026-01-05, stage: ${stage}}`,
  );
}
