import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type * as Build from '../../../../build/derived.mjs';
import { dealsAsCsv } from '../../../../src/core/text/dealTable';
import { DEAL_KEYS } from '../../../../src/core/exchange/json/list';
import { kindAt, keysIn } from '../../../../src/core/deal/help/fields';
import { FIELD_TABLE, FIELDS, isList, propertyOf, rowOf, type Kind } from '../../../../src/core/fields/table';
import { editFrontMatter } from '../../../../src/core/frontMatter/edit/editFrontMatter';
import { date, file, makeDeal, readGood } from '../../support/deals';
import { PROCESS_SCHEMA } from '../../support/schema';

const ofKind = (...kinds: Kind[]) => FIELDS.filter(field => kinds.includes(rowOf(field).kind));

describe('the table of fields', () => {
  it('is in the schema of sales-process.yaml and in the documentation as npm run schemas writes it', async () => {
    const build = (await import(pathToFileURL(resolve('build/derived.mjs')).href)) as typeof Build;
    for (const [path, text] of await build.derivedFiles())
      assert.equal(readFileSync(path, 'utf8'), text, path);
  });

  it('says which fields are lists', () => {
    assert.deepEqual(FIELDS.filter(isList), ['contacts', 'tags', 'checks', 'history']);
    for (const key of ['region', 'tag', '__proto__', 'constructor']) assert.ok(!isList(key), key);
  });

  it('is the order in which keys that are new are written, but for the history, which is the last', () => {
    for (const [k, field] of FIELDS.entries()) {
      const next = FIELDS[k + 1];
      if (isList(field) || !next || isList(next)) continue;
      const edited = editFrontMatter(file('stage: proposal'), {
        set: field === 'stage' ? { [next]: 'x' } : { [next]: 'x', [field]: 'x' },
      });
      assert.ok(edited.ok);
      const keys = [...edited.text.matchAll(/^(\w+):/gm)].map(([, key]) => key!);
      assert.equal(keys.indexOf(next), keys.indexOf(field) + 1, edited.text);
    }
    const edited = editFrontMatter(file('stage: proposal\nhistory: []'), { set: { mine: 1, created: 'x' } });
    assert.ok(edited.ok);
    assert.match(edited.text, /^created: x\nmine: 1\nhistory: \[\]$/m);
  });

  it('is what completion offers and knows the kinds of', () => {
    assert.deepEqual(keysIn([]), FIELDS);
    for (const field of FIELDS) assert.ok(kindAt([field]), field);
  });

  it('is what list prints as JSON', () => {
    const { deal } = readGood(file('stage: proposal'));
    assert.deepEqual(
      [...Object.keys(deal), 'daysInStage', 'contractValue', 'todos', 'conflict'].toSorted(),
      DEAL_KEYS.toSorted(),
    );
    for (const field of FIELDS) assert.ok(/currency|lost_note/.test(field) || propertyOf(field) in deal);
  });

  it('says which fields are columns of the CSV, spelled as their keys', () => {
    const [headings] = dealsAsCsv([], date('2026-11-20')).trim().split('\r\n');
    const columns = headings!.split(',');
    for (const field of FIELDS) assert.equal(columns.includes(field), Boolean(rowOf(field).inCsv), field);
  });

  it('has the days, the stage and all else that the grammar has colours for', () => {
    const keysOf = (file: string) => {
      const { patterns } = JSON.parse(readFileSync(file, 'utf8')) as {
        patterns: { match?: string; begin?: string }[];
      };
      return patterns.map(({ match, begin = '' }) => [
        ...new Set([...(match ?? begin).matchAll(/\^(\w+):/g)].map(([, key]) => key!)),
      ]);
    };
    const patterns = keysOf('syntaxes/deal-fields.tmLanguage.json');
    const days = patterns.find(keys => keys.includes('created'))!;
    assert.deepEqual(days.toSorted(), ofKind('day', 'pastDay').toSorted());
    const others = new Set(patterns.filter(keys => keys !== days).flat());
    assert.deepEqual([...others].toSorted(), ofKind('stage', 'status', 'currency', 'event').toSorted());
  });

  it('is the order of the keys in the snippet for a new deal', () => {
    const { 'New deal': snippet } = JSON.parse(readFileSync('media/snippets/deal.json', 'utf8')) as {
      'New deal': { body: string[] };
    };
    const keys = snippet.body.flatMap(line => /^(\w+):/.exec(line)?.[1] ?? []);
    assert.ok(keys.length > 5);
    assert.deepEqual(
      FIELDS.filter(field => keys.includes(field)),
      keys,
    );
  });

  it('is the table of keys in the documentation, in its order', () => {
    const [, table] = /^\| Key .*\n\|.*\n((?:\|.*\n)+)/m.exec(readFileSync('docs/file-format.md', 'utf8'))!;
    const rows = table!
      .trim()
      .split('\n')
      .map(row => row.split('|').map(cell => cell.trim()));
    assert.deepEqual(
      rows.map(([, key]) => key),
      FIELDS.map(field => `\`${field}\``),
    );
    for (const row of rows) assert.ok(row[2], row[1]);
  });

  it('is what a team can give names of its own to', () => {
    const { properties } = PROCESS_SCHEMA.properties!['fields']!;
    assert.deepEqual(Object.keys(properties!).toSorted(), Object.keys(FIELD_TABLE).toSorted());
  });

  it('says which fields are lists', () => {
    assert.deepEqual(FIELDS.filter(isList), ['contacts', 'tags', 'checks', 'history']);
    assert.deepEqual(['contact', 'mine', 'toString'].filter(isList), []);
  });

  it('has its values in deals as files say them, whatever the field', () => {
    const { deal } = readGood(
      file(
        [
          'stage: proposal',
          ...ofKind('text', 'name', 'reason').map(field => `${field}: some ${field}`),
          ...ofKind('day', 'pastDay').map((field, k) => `${field}: 2026-01-0${k + 1}`),
          ...ofKind('tag', 'check').map(field => `${field}: [a, b]`),
        ].join('\n'),
      ),
    );
    for (const field of ofKind('text', 'name', 'reason'))
      assert.equal(deal[propertyOf(field) as 'account'], `some ${field}`);
    for (const [k, field] of ofKind('day', 'pastDay').entries())
      assert.equal(deal[propertyOf(field) as 'created'], `2026-01-0${k + 1}`);
    for (const field of ofKind('tag', 'check'))
      assert.deepEqual(deal[propertyOf(field) as 'tags'], ['a', 'b']);
    assert.deepEqual(Object.keys(makeDeal()).toSorted(), Object.keys(deal).toSorted());
  });
});
