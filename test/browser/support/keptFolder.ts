import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** What the files of a folder hold now, to be put back later. What git keeps of them is left out. */
export async function keepFolder(folder: string): Promise<{ putBack(): Promise<void> }> {
  const kept = await filesIn(folder);
  return {
    async putBack() {
      const now = await filesIn(folder);
      for (const path of now.keys()) if (!kept.has(path)) await rm(path);
      for (const [path, bytes] of kept) if (!now.get(path)?.equals(bytes)) await writeFile(path, bytes);
    },
  };
}

async function filesIn(folder: string): Promise<Map<string, Buffer>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = entries
    .filter(entry => entry.isFile())
    .map(entry => join(entry.parentPath, entry.name))
    .filter(path => !path.includes('/.git/'));
  return new Map(await Promise.all(paths.map(async path => [path, await readFile(path)] as const)));
}
