import { availableParallelism } from 'node:os';

/**
 * One of those that work side by side. Each has its own VS Code, and what it writes stays together.
 * @typedef {object} Lane
 * @property {number} number
 * @property {(text: string) => void} write takes whole lines or parts of them
 */

/** How many work side by side: tests in a VS Code wait for it about half of their time, so that two cores do for three. */
export function laneCount() {
  return Number(process.env.LANES) || Math.min(3, availableParallelism() + 1);
}

/**
 * Does jobs in their order, as many at a time as there are lanes. With one lane the output comes as it is written, with
 * more that of a job comes when it has ended.
 * @template {{ readonly part: string }} Job
 * @param {readonly Job[]} jobs
 * @param {(job: Job, lane: Lane) => Promise<void>} work must not fail
 * @param {number} count
 */
export async function inLanes(jobs, work, count = laneCount()) {
  const waiting = [...jobs];
  let told = '';
  const tell = (/** @type {string} */ part, /** @type {string} */ text) => {
    if (part !== told) process.stdout.write(`\n▶ ${part}\n`);
    told = part;
    process.stdout.write(text);
  };
  const lane = async (/** @type {number} */ number) => {
    for (let job = waiting.shift(); job; job = waiting.shift()) {
      const { part } = job;
      let text = '';
      const keep = (/** @type {string} */ more) => void (text += more);
      await work(job, { number, write: count === 1 ? more => tell(part, more) : keep });
      tell(part, text);
    }
  };
  await Promise.all(Array.from({ length: count }, (_, number) => lane(number)));
}
