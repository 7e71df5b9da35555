import { execFileSync } from 'node:child_process';
import { lineFor } from '../../../src/git/askGit';

const MOST = 1 << 30;

/**
 * What git takes to tell what all commits did to a folder and to give the contents that it names, with nobody who reads it: no
 * reader takes less.
 */
export function gitItself(folder: string): () => void {
  const git = (args: readonly string[], input = '') =>
    execFileSync('git', lineFor(folder, args), { input, maxBuffer: MOST }).toString('latin1');
  const quietly = (args: readonly string[], input = '') =>
    execFileSync('git', lineFor(folder, args), { input, stdio: ['pipe', 'ignore', 'ignore'] });
  const list = ['rev-list', '--topo-order', '--reverse', '--parents', 'HEAD'];
  const form = ['--raw', '-r', '-z', '--root', '--no-abbrev', '-M', '-l1000'];
  const said = ['--format=%x01%H%x02%ad%x02%aN', '--date=short', '--encoding=UTF-8', '--no-notes'];
  const tell = ['diff-tree', '--stdin', ...form, ...said, '--', '.'];
  const commits = git(list).replace(/^(\S+ \S+) .*$/gm, '$1');
  const blobs = git(tell, commits).matchAll(/:\d+ 100\d+ [0-9a-f]+ ([0-9a-f]+) [AMRC]/g);
  const ids = [...new Set([...blobs].map(([, id]) => `${id}\n`))].join('');
  return () => {
    quietly(list);
    quietly(tell, commits);
    quietly(['cat-file', '--batch', '--buffer'], ids);
  };
}
