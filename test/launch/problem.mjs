/** Something that is expected to go wrong at times, told in words for people and with the way out: never shown with a stack trace. */
export class Problem extends Error {}

/**
 * Runs a launcher to its end and turns what it returns or throws into the exit code.
 * @param {() => Promise<number | void>} main
 */
export async function runMain(main) {
  const code = await main().catch(error => {
    console.error(error instanceof Problem ? error.message : error);
    return 1;
  });
  // Not left to an empty event loop: one forgotten child process would keep it waiting for ever.
  process.stdout.write('', () => process.exit(code ?? 0));
}

/**
 * @param {string} title
 * @param {string} output
 */
export function withOutput(title, output) {
  const lines = output.trimEnd().split('\n').slice(-25);
  return `${title}\n${lines.map(line => `  | ${line}`).join('\n')}`;
}
