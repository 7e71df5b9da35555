/**
 * What esbuild tells of built files: which sources stand in them.
 * @typedef {Record<string, { inputs: Record<string, unknown> }>} Outputs
 */

/** How all is installed, built and run: what changes here may be felt by every test. */
const EVERYWHERE = [
  'package-lock.json',
  'tsconfig.json',
  'esbuild.mjs',
  'build',
  'test/launch',
  'test/mocha',
];

/** What a VS Code loads, whatever a suite imports. */
const IN_VSCODE = [
  'package.json',
  'package.nls.json',
  'media',
  'syntaxes',
  'dist/extension.js',
  'dist/extension.program.js',
  'dist/webview',
];

/** Where a path may stand in a test: in quotes, from the root of the project, perhaps with something to be filled in behind. */
const QUOTED = /['"`]([\w.-]+(?:\/[\w.-]+)*)(?:['"`]|\/['"`$])/g;

/**
 * The suites that may feel a change: those that import a changed file, and those that name it, as they read files and start
 * programs too.
 * @param {readonly string[]} suites built ones
 * @param {readonly string[]} changed files, from the root of the project
 * @param {object} project
 * @param {Outputs} project.outputs all that is built, and under its own name each module that only tests build
 * @param {(file: string) => string} project.textOf the text of a source file
 * @param {boolean} [project.inVsCode] whether the suites run against the extension in a VS Code
 * @returns {string[]}
 */
export function suitesTouched(suites, changed, { outputs, textOf, inVsCode = false }) {
  const isChanged = (/** @type {string} */ path) => changed.some(file => isIn(file, path));
  // What was built is as its sources are; that tests are built into the same folder makes none depend on another.
  const sourcesOf = (/** @type {string} */ path) =>
    Object.keys(outputs)
      .filter(output => isIn(output, path) && !isIn(output, 'out'))
      .flatMap(output => inputsOf(output));
  const inputsOf = (/** @type {string} */ output) => Object.keys(outputs[output]?.inputs ?? {});
  const isTouched = memo((/** @type {string} */ path) => [path, ...sourcesOf(path)].some(isChanged));
  const namesChanged = memo((/** @type {string} */ file) =>
    [...textOf(file).matchAll(QUOTED)].some(([, path]) => path !== undefined && isTouched(path)),
  );
  if (EVERYWHERE.some(isChanged) || (inVsCode && IN_VSCODE.some(isTouched))) return [...suites];
  return suites.filter(suite =>
    inputsOf(suite).some(file => isChanged(file) || (isIn(file, 'test') && namesChanged(file))),
  );
}

/** @param {string} file @param {string} path of the file itself, or of a folder around it */
function isIn(file, path) {
  return file === path || file.startsWith(`${path}/`);
}

/** @param {(key: string) => boolean} answer @returns {(key: string) => boolean} */
function memo(answer) {
  /** @type {Map<string, boolean>} */
  const known = new Map();
  return key => {
    const value = known.get(key) ?? answer(key);
    known.set(key, value);
    return value;
  };
}
