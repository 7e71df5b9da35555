import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const SAMPLE = join('media', 'sample-pipeline', 'deals');

/** The files of the sample as they are shipped, by their paths. */
export function sampleFiles(): ReadonlyMap<string, string> {
  const items = readdirSync(SAMPLE, { recursive: true, withFileTypes: true }).filter(item => item.isFile());
  return new Map(
    items.map(({ parentPath, name }) => {
      const file = join(parentPath, name);
      return [file.slice(SAMPLE.length + 1).replaceAll('\\', '/'), readFileSync(file, 'utf8')];
    }),
  );
}
