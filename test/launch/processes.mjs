import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { Problem, withOutput } from './problem.mjs';

/** @type {Set<import('node:child_process').ChildProcess>} */
const running = new Set();
const windows = process.platform === 'win32';

process.on('exit', () => running.forEach(child => signal(child, 'SIGTERM')));
for (const name of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
  process.on(name, () => process.exit(130));
}

/**
 * Starts a program in a process group of its own, so that its children end with it: by `stop`, or when this process exits.
 * @param {string} command
 * @param {string[]} args
 * @param {import('node:child_process').SpawnOptions} [options]
 */
export function start(command, args, options = {}) {
  const child = spawn(command, args, { detached: !windows, ...options });
  running.add(child);
  child.once('exit', () => running.delete(child));
  child.once('error', () => running.delete(child));
  return child;
}

/**
 * Ends a started program with all its children, with force if it does not go by itself.
 * @param {import('node:child_process').ChildProcess} child
 */
export async function stop(child) {
  if (child.exitCode !== null || child.signalCode !== null) return signal(child, 'SIGKILL');
  const gone = once(child, 'exit');
  signal(child, 'SIGTERM');
  const force = setTimeout(() => signal(child, 'SIGKILL'), 2000);
  await gone;
  clearTimeout(force);
  signal(child, 'SIGKILL');
}

/** @param {import('node:child_process').ChildProcess} child @param {NodeJS.Signals} name */
function signal(child, name) {
  if (child.pid === undefined) return;
  try {
    if (windows) spawn('taskkill', ['/pid', String(child.pid), '/T', '/F'], { stdio: 'ignore' });
    else process.kill(-child.pid, name);
  } catch {
    // The whole group is gone already, which is what was wanted.
  }
}

/**
 * Runs a program to its end and returns what it said. Throws a Problem with the last of its output if it fails.
 * @param {string} command
 * @param {string[]} args
 * @param {import('node:child_process').SpawnOptions & { failure?: string, timeout?: number }} [options]
 */
export async function run(command, args, { failure, timeout, ...options } = {}) {
  const child = start(command, args, { stdio: ['ignore', 'pipe', 'pipe'], ...options });
  const output = collect(child);
  const title = failure ?? `${command} ${args.join(' ')} failed.`;
  const limit = timeout ? setTimeout(() => void stop(child), timeout) : undefined;
  const code = await new Promise((resolve, reject) => {
    child.once('close', resolve);
    child.once('error', error => reject(new Problem(withOutput(title, error.message))));
  });
  clearTimeout(limit);
  if (code !== 0) throw new Problem(withOutput(title, output()));
  return output();
}

/**
 * Runs a program to its end and passes on what it says, by default to our own output. Resolves to its exit code, or null if
 * it was ended because the time was over.
 * @param {string} command
 * @param {string[]} args
 * @param {import('node:child_process').SpawnOptions & { timeout?: number, write?: (text: string) => void }} [options]
 */
export async function runAloud(command, args, { timeout, write, ...options } = {}) {
  const output = write ? 'pipe' : 'inherit';
  const child = start(command, args, { stdio: ['ignore', output, output], ...options });
  if (write) for (const stream of [child.stdout, child.stderr]) stream?.setEncoding('utf8').on('data', write);
  const limit = timeout ? setTimeout(() => void stop(child), timeout) : undefined;
  const [code] = await once(child, 'close');
  clearTimeout(limit);
  return /** @type {number | null} */ (code);
}

/**
 * Resolves to what a program has said so far as soon as that matches; a Problem if it ends or the time is over before.
 * @param {import('node:child_process').ChildProcess} child
 * @param {RegExp} sign
 * @param {{ name: string, timeout?: number }} options
 */
export async function untilItSays(child, sign, { name, timeout = 60_000 }) {
  const output = collect(child);
  const waiting = new AbortController();
  const seen = new Promise((resolve, reject) => {
    const look = () => sign.test(output()) && resolve(output());
    const fail = (/** @type {string} */ why) => () =>
      reject(new Problem(withOutput(`${name} ${why}`, output())));
    const limit = setTimeout(fail(`did not start within ${timeout / 1000} s.`), timeout);
    waiting.signal.addEventListener('abort', () => clearTimeout(limit));
    child.stdout?.on('data', look);
    child.stderr?.on('data', look);
    child.once('close', fail('ended while it was starting.'));
    child.once('error', error => fail(`did not start: ${error.message}`)());
  });
  return /** @type {Promise<string>} */ (seen).finally(() => waiting.abort());
}

/** @param {import('node:child_process').ChildProcess} child */
function collect(child) {
  let text = '';
  const add = (/** @type {Buffer} */ data) => (text += data);
  child.stdout?.on('data', add);
  child.stderr?.on('data', add);
  return () => text;
}

/** A port of the loopback interface that is free now. */
export async function freePort() {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  return /** @type {import('node:net').AddressInfo} */ (address).port;
}

/**
 * npm with the given arguments, as the command and arguments to run: the npm that started us where there is one, so that
 * Windows needs no shell.
 * @param {string[]} args
 * @returns {[string, string[]]}
 */
export function npm(...args) {
  const self = process.env.npm_execpath;
  return self?.endsWith('.js') ? [process.execPath, [self, ...args]] : ['npm', args];
}
