import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sentencesIn } from './support/literals';

/** The rooms that speak only by what `src/words` gives them, or, where VS Code shows it, by its own `l10n`. */
const ROOMS = [
  ...['webview', 'shared', 'git', 'preview', 'status', 'editor'],
  ...['core/fields', 'core/filter', 'core/metrics', 'core/pipeline', 'core/text'],
].map(room => `src/${room}`);

/** No translation has another word for it. */
const PRODUCT = 'Deal Notes';

const filesIn = (room: string, end: RegExp) =>
  readdirSync(room, { recursive: true, encoding: 'utf8' })
    .filter(path => end.test(path))
    .map(path => join(room, path));

/** The names of classes and elements that the style sheets select: what is made of them is no sentence. */
const names = new Set(
  filesIn('src/webview', /\.css$/).flatMap(file => {
    const rules = readFileSync(file, 'utf8').replace(/\/\*.*?\*\//gs, '');
    const selectors = [...rules.matchAll(/([^{};]*)\{/g)].map(([, selector]) => selector!);
    return selectors.flatMap(selector => selector.match(/[a-z][\w-]*/g) ?? []);
  }),
);

describe('sentences in the source', () => {
  for (const room of ROOMS) {
    it(`stand in src/words, and not in ${room}`, () => {
      const found = filesIn(room, /\.tsx?$/).flatMap(file =>
        sentencesIn(file, readFileSync(file, 'utf8'), word => names.has(word))
          .filter(({ text }) => text !== PRODUCT)
          .map(({ line, text }) => `${file}:${line}: ${text}`),
      );
      assert.deepEqual(found, []);
    });
  }

  for (const [where, source, text] of [
    ['between tags', 'const a = <p>moved</p>;', 'moved'],
    ['beside what is shown', 'const a = <p>{n} deals left</p>;', 'deals left'],
    ['in an attribute', 'const a = <i aria-label="Open" class="mark deal" />;', 'Open'],
    ['in an attribute of ours', 'const a = <Answer title={x ? "no deals" : y} />;', 'no deals'],
    ['in a template', 'const a = `${n} deals were lost`;', '\u{FFFC}  deals were lost'],
    ['in a list', "const a = ['open', 'Won'];", 'Won'],
    ['behind a sign', "const a = b || '(none left)';", '(none left)'],
  ] as const) {
    it(`are found ${where}`, () => {
      const found = sentencesIn('a.tsx', source, word => ['mark', 'deal'].includes(word));
      assert.deepEqual(
        found.map(one => one.text),
        [text],
      );
    });
  }

  it('are not what only machines read', () => {
    const source = `
      import { a } from 'a b/C';
      type Way = 'One way' | 'another';
      const b = { 'Key of': 1, kind: 'stage', at: 'lead-generation' };
      const c = <b class={x ? 'Mark of' : undefined} data-tip="open" key={'a b c'}>{n}</b>;
      const d = root.querySelector('table td button');
      const f = l10n.t('Set Stage');
      const g = shell\`if one; then other \${x}; fi\`;
      const e = key === 'Enter' ? 'mark deal' : \`M\${x},\${y}H\${z}\`;`;
    assert.deepEqual(
      sentencesIn('a.tsx', source, word => ['mark', 'deal'].includes(word)),
      [],
    );
  });
});
