// `npm test`: makes everything ready, runs all tests and sums them up.
import { runInHost } from './host.mjs';
import { runMain } from './problem.mjs';
import { setUp } from './setup.mjs';
import { version } from './versions.mjs';

await runMain(async () => {
  await setUp();
  for (const name of ['oldest', 'newest']) console.log(await runInHost(version(name)));
});
