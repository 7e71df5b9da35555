// What tells one version of the core from another: what was read of a file by one may be read otherwise by the next.
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** @param {string} folder that of the core @returns {string} the same for the same sources, on any machine */
export function coreVersion(folder) {
  const hash = createHash('sha1');
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(name =>
    name.endsWith('.ts'),
  );
  for (const name of names.map(name => name.replaceAll('\\', '/')).sort())
    hash.update(`${name}\0`).update(readFileSync(join(folder, name)));
  return hash.digest('hex').slice(0, 16);
}
