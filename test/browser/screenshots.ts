// Takes the pictures of the README and of docs: `node out/browser/screenshots.js <folder of the sample> <folder for the
// pictures> <folder for the frames of the moving one>`.
import { join } from 'node:path';
import { runScript } from '../page/support/script';
import { takeFrames } from './pictures/frames';
import { takePictures } from './pictures/pictures';

const [sample = '', target = '', frames = ''] = process.argv.slice(2);

runScript(async () => {
  await takePictures(sample, name => join(target, `${name}.png`));
  await takeFrames(sample, name => join(frames, `${name}.png`));
});
