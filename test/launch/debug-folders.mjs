// Makes the folders that .vscode/launch.json opens: fresh copies, as what is done in them is not meant for the originals.
// Needs the build with tests.
import { join } from 'node:path';
import { root, scratch } from './paths.mjs';
import { runMain } from './problem.mjs';
import { freshSample } from './sample.mjs';
import { freshCopy } from './workspace.mjs';

await runMain(async () => {
  await freshSample(join(scratch, 'debug', 'sample'));
  await freshCopy(join(root, 'test', 'fixtures', 'workspace'), join(scratch, 'debug', 'workspace'));
});
