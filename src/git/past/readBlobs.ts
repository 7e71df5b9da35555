import type { Readable } from 'node:stream';
import { GitFailed } from '../../actions/ports/git';
import type { Asked } from '../askGit';
import { streamGit } from '../log/streamGit';

/** In bytes: the front matter stands above all else, and nobody's is longer. */
const MOST_READ = 256 * 1024;

/**
 * The contents with these ids, as text: of long ones what they begin with.
 *
 * @param input an id on each line, as they become known
 * @throws as `streamGit`; GitFailed where some have not been downloaded
 */
export async function* readBlobs(
  input: Readable,
  asked: Asked,
): AsyncGenerator<readonly [id: string, text: string], void> {
  const cut = new BlobCut();
  for await (const chunk of streamGit(['cat-file', '--batch', '--buffer'], { ...asked, input }))
    yield* cut.add(chunk);
}

/** Cuts what `git cat-file --batch` writes into contents. */
class BlobCut {
  private left: Buffer[] = [];
  private length = 0;
  /** How much there has to be for the next look to be worth it. */
  private wanted = 1;

  *add(chunk: Buffer): Generator<readonly [string, string], void> {
    this.left.push(chunk);
    this.length += chunk.length;
    if (this.length < this.wanted) return;
    const all = this.left.length > 1 ? Buffer.concat(this.left) : chunk;
    let at = 0;
    for (;;) {
      const newline = all.indexOf(0x0a, at);
      if (newline < 0) break;
      const [id, kind, size] = all.toString('latin1', at, newline).split(' ');
      if (kind !== 'blob') throw new GitFailed({ kind: 'notDownloaded' });
      const [start, end] = [newline + 1, newline + 1 + Number(size)];
      if (end >= all.length) {
        this.wanted = end + 1 - at;
        break;
      }
      yield [id!, all.toString('utf8', start, Math.min(end, start + MOST_READ))];
      at = end + 1;
      this.wanted = 1;
    }
    this.left = [all.subarray(at)];
    this.length = all.length - at;
  }
}
