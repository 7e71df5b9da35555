import assert from 'node:assert/strict';
import fc from 'fast-check';
import { addAlias } from '../../../../src/core/process/addAlias';
import { findStage } from '../../../../src/core/process/process';
import { readProcess } from '../../../../src/core/process/processFile';
import { STAGE_IDS } from '../../../../src/core/process/stages';
import { forAll } from '../../support/property';

const added = (text: string, name = 'demo', stage: (typeof STAGE_IDS)[number] = 'proposal') => {
  const result = addAlias(text, { name, stage });
  return result.ok ? result.edited.text : undefined;
};

describe('a name of a stage is added to a process file', () => {
  for (const [what, before, after] of [
    ['that is empty', '', 'stages:\n  proposal:\n    aliases: [demo]\n'],
    ['that has only a comment', '# ours\n', '# ours\nstages:\n  proposal:\n    aliases: [demo]\n'],
    ['without stages', 'currency: EUR', 'currency: EUR\nstages:\n  proposal:\n    aliases: [demo]\n'],
    [
      'without this stage',
      'stages:\n  closing: # last\n    label: Close\nskip: warn\n',
      'stages:\n  proposal:\n    aliases: [demo]\n  closing: # last\n    label: Close\nskip: warn\n',
    ],
    [
      'without aliases',
      'stages:\n    proposal:\n        label: Offer # ours\n',
      'stages:\n    proposal:\n        aliases: [demo]\n        label: Offer # ours\n',
    ],
    [
      'with a list',
      'stages:\n  proposal:\n    aliases: [a, b] # c\n',
      'stages:\n  proposal:\n    aliases: [a, b, demo] # c\n',
    ],
    [
      'with a list over lines',
      'stages:\n  proposal:\n    aliases:\n      - a # b\n      - c # d\n',
      undefined,
    ],
    [
      'with a list over lines that has no comments',
      'stages:\n  proposal:\n    aliases:\n      - a\n      - c\n    label: x\n',
      'stages:\n  proposal:\n    aliases:\n      - a\n      - c\n      - demo\n    label: x\n',
    ],
    // A single name counts for nothing, and is told.
    ['with one name', 'stages:\n  proposal:\n    aliases: a\n', undefined],
    ['with an empty list', 'stages: {proposal: {aliases: []}}\n', 'stages: {proposal: {aliases: [demo]}}\n'],
    ['in braces', 'stages: {proposal: {label: x}}\n', 'stages: {proposal: {aliases: [demo], label: x}}\n'],
    [
      'in braces without the stage',
      'stages: {closing: {label: x}}\n',
      'stages: {proposal: {aliases: [demo]}, closing: {label: x}}\n',
    ],
    ['with CRLF', 'skip: warn\r\n', 'skip: warn\r\nstages:\r\n  proposal:\r\n    aliases: [demo]\r\n'],
    // Nothing is written where nobody can say what it would be then.
    ['that is broken', 'stages: [', undefined],
    ['whose stages are a list', 'stages: [proposal]\n', undefined],
    ['that has the name for another', 'stages:\n  closing:\n    label: demo\n', undefined],
  ] as const) {
    it(what, () => {
      const result = added(before);
      if (what === 'with a list over lines') assert.ok(result === undefined || result.includes('# d'));
      else assert.equal(result, after);
    });
  }

  it('whatever name, at whatever stage, and means that stage from then on', () =>
    forAll(
      fc.tuple(
        fc.stringMatching(/^[a-z][a-z :'"&é-]{0,20}[a-z]$/),
        fc.constantFrom(...STAGE_IDS),
        fc.constantFrom(
          '',
          'skip: warn\n',
          'stages:\n  closing:\n    label: End\n',
          'stages: {lead-generation: {aliases: [x]}}\n',
        ),
      ),
      ([name, stage, before]) => {
        if (findStage(readProcess(before).process, name)) return;
        const after = added(before, name, stage);
        assert.ok(after !== undefined, JSON.stringify([name, before]));
        assert.equal(findStage(readProcess(after).process, name), stage);
      },
    ));
});
