import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * The repository. npm runs every script in it, and so do the launchers with what they start; `import.meta.url` would not do,
 * as the browser tests are bundled into out/.
 */
export const root = process.cwd();

/** Everything that is downloaded or made while developing, and not part of a build. */
export const scratch = join(root, '.vscode-test');

/** What runs keep for people to look at: screenshots, logs. */
export const artifacts = join(root, 'out', 'artifacts');

export const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
