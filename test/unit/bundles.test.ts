import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { resolve } from 'node:path';

const KB = 1024;

describe('what is shipped', () => {
  for (const [file, limit] of [
    ['dist/extension.js', 250],
    ['dist/yaml.js', 110],
    ['dist/words.js', 150],
    ['dist/help.js', 150],
    ['dist/matter.js', 70],
    ['dist/figures.js', 20],
    ['dist/processHelp.js', 20],
    ['dist/funnel.js', 150],
    ['dist/fixes.js', 150],
    ['dist/sample.js', 20],
    ['dist/filter.js', 20],
    ['dist/tooltips.js', 40],
    ['dist/webview/funnel.js', 400],
  ] as const) {
    it(`${file} is smaller than ${limit} KB`, () => assert.ok(statSync(file).size < limit * KB));
  }

  // The command Find Deal was without its search once, and only in the package.
  it('all that is built is in the package', () => {
    const listed = execFileSync(
      process.execPath,
      ['node_modules/@vscode/vsce/vsce', 'ls', '--no-dependencies'],
      {
        encoding: 'utf8',
        env: { ...process.env, npm_config_ignore_scripts: 'true' },
      },
    ).split('\n');
    for (const name of readdirSync('dist', { recursive: true, encoding: 'utf8' })) {
      if (statSync(`dist/${name}`).isFile()) assert.ok(listed.includes(`dist/${name}`), name);
    }
  });

  for (const [library, file, atLeast] of [
    ['yaml', 'dist/yaml.js', 10],
    ['d3-array', 'dist/figures.js', 3],
  ] as const) {
    it(`${file} has all that the code takes from ${library}`, () => {
      const files = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter(name =>
        name.endsWith('.ts'),
      );
      const taken = files.flatMap(name => {
        const source = readFileSync(`src/${name}`, 'utf8');
        return [...source.matchAll(new RegExp(`import \\{([^}]*)\\} from '${library}'`, 'g'))].flatMap(
          ([, names]) => names!.split(','),
        );
      });
      const names = new Set(taken.map(name => name.trim()).filter(name => name && !name.startsWith('type ')));
      assert.ok(names.size > atLeast);
      const { package0 } = createRequire(__filename)(resolve(file)) as { package0: object };
      for (const name of names) assert.ok(name in package0, name);
    });
  }

  it('the funnel page runs no text as code', () => {
    const page = readFileSync('dist/webview/funnel.js', 'utf8');
    assert.equal(/\beval\(|\bnew Function\b/.test(page), false);
  });
});
