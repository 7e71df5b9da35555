import { localDay } from '../core/calendar';
import { once } from '../core/once';
import { complain } from './output';
import { run } from './run';
import type { Terminal } from './terminal';

/** Found once: to ask for it takes longer than to read a deal. */
const language = once(() => {
  const { locale } = Intl.DateTimeFormat().resolvedOptions();
  return hasLocale() && locale !== 'und' ? locale : 'en';
});

/** The terminal that this process was started from. */
const terminal: Terminal = {
  get cwd() {
    return process.cwd();
  },
  ownFile: __filename,
  env: process.env,
  clock: { today: () => localDay(new Date()), now: () => Date.now() },
  get language() {
    return language();
  },
  isInteractive: process.stdin.isTTY === true && process.stdout.isTTY === true,
  columns: process.stdout.columns,
  // To the begin of the line, and empty it.
  showPassing: process.stderr.isTTY ? line => void process.stderr.write(`\r\u001B[2K${line}`) : undefined,
  input: async () => {
    const chunks: Uint8Array[] = [];
    for await (const chunk of process.stdin as AsyncIterable<Uint8Array>) chunks.push(chunk);
    return Buffer.concat(chunks);
  },
  out: text => void process.stdout.write(text),
  err: text => void process.stderr.write(text),
};

/** Where a process has none, as in many scripts, Node says `en-US`, and nothing of how the person writes a day. */
function hasLocale(): boolean {
  const { LC_ALL, LC_MESSAGES, LANG } = process.env;
  const named = [LC_ALL, LC_MESSAGES, LANG].find(Boolean) ?? 'C';
  return process.platform === 'win32' || !/^(?:C|POSIX)(?:$|\.)/.test(named);
}

/** Whoever reads the output may stop before its end, as `head` does: no error, and no reason to stop working. */
function surviveClosedPipes(): void {
  for (const stream of [process.stdout, process.stderr]) {
    stream.on('error', (cause: NodeJS.ErrnoException) => {
      if (cause.code === 'EPIPE') return;
      process.exitCode = 1;
      if (stream === process.stdout)
        complain(terminal, `deal-notes: The output cannot be written (${cause.code}).`);
    });
  }
}

surviveClosedPipes();
void run(process.argv.slice(2), terminal).then(code => {
  // Not ended at once: what was printed may still be on its way. And an output that failed has set its own.
  if (code) process.exitCode = code;
});
