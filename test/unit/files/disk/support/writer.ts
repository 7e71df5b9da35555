// A process that updates a file through updateFile; what it does is its first argument.
import { readFileSync } from 'node:fs';
import { updateFile } from '../../../../../src/files/disk/updateFile';
import { sentenceOf } from '../../../../../src/words/sentence';

const [what, file, ...args] = process.argv.slice(2) as [keyof typeof WRITERS, string, ...string[]];

const WRITERS = {
  /** Writes a text once and prints the answer, as a user without rights where it is run by root. */
  async nobody(text: string) {
    if (process.getuid?.() === 0) {
      process.setgroups!([]);
      process.setgid!(65534);
      process.setuid!(65534);
    }
    console.log(JSON.stringify(await updateFile(file, () => ({ ok: true, text }))));
  },

  /** Adds a text once. */
  async once(end: string) {
    const updated = await updateFile(file, text => ({ ok: true, text: `${text}, ${end}` }));
    if (!updated.ok) throw new Error(sentenceOf(updated.problem));
  },

  /** Adds lines one by one, and prints those that it was told are written. */
  async append(name: string, count: string) {
    for (let k = 0; k < Number(count); k++) {
      const line = `${name}-${k}`;
      const updated = await updateFile(file, text => ({ ok: true, text: `${text}${line}\n` }));
      console.log(updated.ok ? line : `! ${sentenceOf(updated.problem)}`);
    }
  },

  /**
   * Goes back and forth between one character and another until it is killed, or who has started it is gone. Prints `ready`
   * when the first is done.
   */
  async swap(one: string, other: string) {
    process.stdin.on('end', () => process.exit()).resume();
    const text = readFileSync(file, 'utf8');
    const states = [text.replaceAll(one, other), text.replaceAll(other, one)] as const;
    for (let k = 0; ; k++) {
      const updated = await updateFile(file, now => ({
        ok: true,
        text: now === states[0] ? states[1] : states[0],
      }));
      if (!updated.ok) throw new Error(sentenceOf(updated.problem));
      if (k === 0) console.log('ready');
    }
  },
};

void (WRITERS[what] as (...args: string[]) => Promise<void>)(...args);
