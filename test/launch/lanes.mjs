import { availableParallelism } from 'node:os';

/**
 * One of those that work side by side. Each has its own VS Code, and what it writes stays together.
 * @typedef {object} Lane
 * @property {number} number
 * @property {(text: string) => void} write takes whole lines or parts of them
 */

/**
 * How many work side by side: tests in a VS Code wait for it nearly half of their time, so that two cores do for three, with a
 * fourth for what only computes, in the time that those leave.
 */
export function laneCount() {
  return Number(process.env.LANES) || Math.min(4, availableParallelism() + 2);
}

/**
 * Does jobs in their order, as many at a time as there are lanes; the last of several lanes first does those that only compute,
 * the others first do the rest. With one lane the output comes as it is written, with more that of a job comes when it has ended.
 * @template {{ readonly part: string, readonly computes?: boolean }} Job
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
  const take = (/** @type {number} */ number) => {
    const isComputing = number === count - 1;
    const meant = count === 1 ? 0 : waiting.findIndex(({ computes = false }) => computes === isComputing);
    return waiting.splice(Math.max(0, meant), 1)[0];
  };
  const lane = async (/** @type {number} */ number) => {
    for (let job = take(number); job; job = take(number)) {
      const { part } = job;
      let text = '';
      const keep = (/** @type {string} */ more) => void (text += more);
      await work(job, { number, write: count === 1 ? more => tell(part, more) : keep });
      tell(part, text);
    }
  };
  await Promise.all(Array.from({ length: count }, (_, number) => lane(number)));
}
