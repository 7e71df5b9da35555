import assert from 'node:assert/strict';
import Ajv, { type ErrorObject } from 'ajv';
import { isMap, isScalar, LineCounter, parseDocument, stringify, type Document, type Node } from 'yaml';
import { FIELDS } from '../../../../src/core/fields/table';
import { DEFAULT_PROCESS, stageOf } from '../../../../src/core/process/process';
import { readProcess } from '../../../../src/core/process/processFile';
import { STAGE_IDS, STAGES } from '../../../../src/core/process/stages';
import { DEFAULT_VIEW } from '../../../../src/core/process/view';
import { assertEnough, forAll } from '../../support/property';
import { everySchema, PROCESS_SCHEMA, valuesOf, whole } from '../../support/schema';

const validate = new Ajv({ allErrors: true, strict: false, strictNumbers: true }).compile(PROCESS_SCHEMA);

/** Where a validator finds something wrong: `line:column` of the key that is unknown, or of the value. */
function placeIn(
  document: Document.Parsed,
  lines: LineCounter,
  { instancePath, params }: ErrorObject,
): string {
  const path = instancePath.split('/').slice(1);
  const at = path.map(part => part.replaceAll('~1', '/').replaceAll('~0', '~'));
  const node =
    document.getIn(
      at.map(part => (/^\d+$/.test(part) ? Number(part) : part)),
      true,
    ) ?? document.getIn(at, true);
  const extra: unknown = params['additionalProperty'];
  const key = isMap(node)
    ? node.items.find(pair => isScalar(pair.key) && pair.key.value === extra)?.key
    : undefined;
  const { line, col } = lines.linePos(((key ?? node) as Node).range![0]);
  return `${line}:${col}`;
}

describe('the schema of sales-process.yaml', () => {
  it('finds wrong what we find wrong, at the same places', () => {
    const counts = { right: 0, wrong: 0 };
    forAll(
      valuesOf(PROCESS_SCHEMA).filter(
        value => typeof value === 'object' && value !== null && !Array.isArray(value),
      ),
      value => {
        const text = stringify(value, { aliasDuplicateObjects: false });
        const lines = new LineCounter();
        const document = parseDocument(text, { lineCounter: lines });
        validate(document.toJS());
        // “if” says only that one of its parts, which speaks for itself, found something wrong.
        const errors = (validate.errors ?? []).filter(({ keyword }) => keyword !== 'if');
        const theirs = new Set(errors.map(error => placeIn(document, lines, error)));
        const { problems } = readProcess(text);
        const ours = problems
          .filter(({ code }) => code === 'unknown-key' || code === 'wrong-type')
          .map(({ line, column }) => `${line}:${column}`);
        assert.deepEqual([...new Set(ours)].sort(), [...theirs].sort(), text);
        counts[theirs.size ? 'wrong' : 'right']++;
      },
      400,
    );
    assertEnough(counts.right, 20);
    assertEnough(counts.wrong, 20);
  });

  it('describes each setting and each of its values to people', () => {
    const undescribed = [...everySchema(PROCESS_SCHEMA)].filter(([, schema]) => {
      const { enum: values, enumDescriptions } = schema;
      return (
        !schema.description?.endsWith('.') ||
        (values && enumDescriptions && enumDescriptions.length !== values.length)
      );
    });
    assert.deepEqual(
      undescribed.map(([path]) => path),
      [],
    );
  });

  it('has the built-in settings as its defaults', () => {
    const { properties } = whole(PROCESS_SCHEMA);
    const defaultOf = (key: string) => properties![key]!.default;
    const { lostReasons, skip, back, unmetCriteria, missingFields, minSample, views } = DEFAULT_PROCESS;
    assert.deepEqual(
      [
        'lost_reasons',
        'skip',
        'back',
        'unmet_criteria',
        'missing_fields',
        'min_sample',
        'views',
        'history',
      ].map(defaultOf),
      [lostReasons, skip, back, unmetCriteria, missingFields, minSample, views, 'file'],
    );
    for (const { id } of STAGES) {
      const {
        label,
        purpose,
        probability,
        forecast,
        stalledAfter,
        idleAfter,
        exitCriteria,
        questions,
        required,
      } = stageOf(DEFAULT_PROCESS, id);
      const ofStage = whole(properties!['stages']!.properties![id]!).properties!;
      assert.deepEqual(
        [
          'label',
          'purpose',
          'probability',
          'forecast',
          'stalled_after',
          'idle_after',
          'exit_criteria',
          'questions',
          'required',
        ].map(key => ofStage[key]!.default),
        [label, purpose, probability, forecast, stalledAfter, idleAfter, exitCriteria, questions, required],
        id,
      );
    }
    const view = PROCESS_SCHEMA.definitions!['view']!.properties!;
    assert.deepEqual(
      ['sort', 'group', 'reversed'].map(key => view[key]!.default),
      [DEFAULT_VIEW.sort, DEFAULT_VIEW.group, DEFAULT_VIEW.reversed],
    );
  });

  it('knows the stages in their order, and all fields', () => {
    const { properties } = PROCESS_SCHEMA;
    assert.deepEqual(Object.keys(properties!['stages']!.properties!), STAGE_IDS);
    assert.deepEqual(Object.keys(properties!['fields']!.properties!).sort(), FIELDS.toSorted());
  });
});
