import { spawn, type ChildProcess } from 'node:child_process';
import { builtModule } from './builtModule';
import type { Way } from './reading';

export interface Took {
  readonly outcome: string;
  /** Processor time, in milliseconds. */
  readonly ms: number;
  /** The most memory that the process has had so far, in megabytes. */
  readonly mb: number;
}

const SCRIPT = `
  const { WAYS } = require(process.argv[1]);
  process.on('message', ({ ways, text }) => {
    const took = {};
    for (const way of ways) {
      const before = process.cpuUsage();
      const outcome = WAYS[way](text);
      const { user, system } = process.cpuUsage(before);
      took[way] = { outcome, ms: (user + system) / 1000, mb: process.resourceUsage().maxRSS / 1024 };
    }
    process.send(took);
  });`;

const MOST_TIME_MS = 80_000;
/** What one text has used another may not have; so who has used much is not asked again. */
const MUCH_MB = 500;

/** A process that goes some ways with texts that might end it; what comes after such a text is asked of a new one. */
export class OtherProcess {
  private child: ChildProcess | undefined;
  private said = '';
  private readonly module = builtModule('test/unit/support/reading.ts');

  /** @throws where the process ends, or the time is over */
  async take(ways: readonly Way[], text: string): Promise<Record<Way, Took>> {
    const child = (this.child ??= this.start());
    const waiting = new AbortController();
    try {
      const took = await new Promise<Record<Way, Took>>((resolve, reject) => {
        const end = (why: string) => reject(new Error(`${why} ${this.said.slice(0, 1000)}`));
        const limit = setTimeout(() => end('It did not come to an end.'), MOST_TIME_MS);
        const ended = (code: number | null, signal: string | null) => end(`It ended with ${code ?? signal}.`);
        child.once('message', resolve).once('exit', ended);
        waiting.signal.addEventListener('abort', () => {
          clearTimeout(limit);
          child.removeAllListeners();
        });
        child.send({ ways, text });
      });
      if (Object.values(took).some(({ mb }) => mb > MUCH_MB)) this.stop();
      return took;
    } catch (error) {
      this.stop();
      throw error;
    } finally {
      waiting.abort();
    }
  }

  stop(): void {
    this.child?.kill('SIGKILL');
    this.child = undefined;
  }

  private start(): ChildProcess {
    this.said = '';
    const child = spawn(process.execPath, ['-e', SCRIPT, this.module], {
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
      serialization: 'advanced',
    });
    child.stderr!.on('data', (data: Buffer) => (this.said += data.toString()));
    return child;
  }
}
