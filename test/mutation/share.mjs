import { build } from 'esbuild';

/**
 * What share of faults was seen, in words; of a sample also where the share of all lies, as the product itself works that out.
 * @param {number} seen
 * @param {number} faults
 */
export async function share(seen, faults) {
  const interval = (await statistics()).wilsonInterval(seen, faults);
  const percent = interval?.map(end => (100 * end).toFixed(1)).join(' to ');
  return `${seen} of ${faults} faults were seen${faults ? `, ${((100 * seen) / faults).toFixed(1)} %` : ''}${percent ? ` (of all that there could be, with 95 % confidence: ${percent} %)` : ''}.`;
}

/** @returns {Promise<typeof import('../../src/core/metrics/statistics')>} */
async function statistics() {
  const { outputFiles } = await build({
    entryPoints: ['src/core/metrics/statistics.ts'],
    bundle: true,
    format: 'esm',
    write: false,
  });
  return import(`data:text/javascript,${encodeURIComponent(outputFiles[0]?.text ?? '')}`);
}
