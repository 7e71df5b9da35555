// The licences of the packages that are bundled, which ask to go with each copy.
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** @typedef {{ outputs: Record<string, { inputs: Record<string, { bytesInOutput: number }> }> }} Metafile */

/**
 * Each package of which anything stands in what was built, with its licence.
 * @param {readonly (Metafile | undefined)[]} metafiles of all that is shipped
 * @returns {string}
 * @throws {Error} if a package says no licence, or has no text of it
 */
export function notices(metafiles) {
  const folders = new Set(
    metafiles
      .flatMap(metafile => Object.values(metafile?.outputs ?? {}))
      .flatMap(({ inputs }) => Object.entries(inputs))
      .filter(([, { bytesInOutput }]) => bytesInOutput > 0)
      .flatMap(([path]) => /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(path) ?? []),
  );
  const all = [...folders].map(noticeOf).sort((a, b) => (a.title < b.title ? -1 : 1));
  return [
    'Deal Notes contains these npm packages. Each belongs to its authors, is used under its licence, and has its source in the package of that version.',
    ...all.map(({ title, text }) => `${'-'.repeat(80)}\n${title}\n\n${text}`),
  ].join('\n\n');
}

/** @param {string} folder */
function noticeOf(folder) {
  const { name, version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const file = readdirSync(folder).find(one => /^(?:licen[cs]e|copying)/i.test(one));
  if (!file || typeof license !== 'string') throw new Error(`${name}: where is its licence?`);
  return {
    title: `${name} ${version} (${license})`,
    text: readFileSync(join(folder, file), 'utf8').replace(/\r\n?/g, '\n').trim(),
  };
}
