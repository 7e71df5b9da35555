import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { run } from './processes.mjs';

/** ImageMagick 6 and 7. */
const CONVERT = ['magick', 'convert'];

/**
 * Makes a moving picture of frames, for ever from the first to the last. Returns whether it could: it needs ImageMagick.
 * @param {string} folder of the frames
 * @param {readonly { name: string, seconds: number }[]} frames pictures in PNG, by their names in the folder
 * @param {string} target
 */
export async function makeMovingPicture(folder, frames, target) {
  const convert = CONVERT.find(name => spawnSync(name, ['-version']).status === 0);
  if (!convert) return false;
  const shown = frames.flatMap(({ name, seconds }) => [
    '-delay',
    String(seconds * 100),
    join(folder, `${name}.png`),
  ]);
  // Letters stay sharp and flat parts flat without dithering; of each frame only what has changed is kept.
  await run(convert, [...shown, '-loop', '0', '+dither', '-layers', 'OptimizePlus', target]);
  return true;
}
