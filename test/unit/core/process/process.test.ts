import assert from 'node:assert/strict';
import fc from 'fast-check';
import { DEFAULT_PROCESS, findStage, makeProcess, stageOf } from '../../../../src/core/process/process';
import { writeStage } from '../../../../src/core/process/stageForm';
import { neighbour, STAGE_IDS, STAGES } from '../../../../src/core/process/stages';
import { forAll } from '../../support/property';

const find = (name: string) => findStage(DEFAULT_PROCESS, name);

describe('stages', () => {
  it('are the seven of the process, in order', () => {
    assert.deepEqual(STAGE_IDS, [
      'lead-generation',
      'prospecting',
      'qualification',
      'needs-analysis',
      'proposal',
      'negotiation',
      'closing',
    ]);
    assert.deepEqual(
      STAGES.map(({ probability }) => probability),
      [5, 10, 20, 30, 50, 75, 90],
    );
    assert.deepEqual(
      STAGES.map(({ forecast }) => forecast),
      [...Array<string>(4).fill('pipeline'), 'best_case', 'best_case', 'commit'],
    );
  });

  it('have a neighbour on each side but at the ends', () => {
    assert.deepEqual(
      [
        neighbour('lead-generation', -1),
        neighbour('proposal', -1),
        neighbour('proposal', 1),
        neighbour('closing', 1),
      ],
      [undefined, 'needs-analysis', 'negotiation', undefined],
    );
  });
});

describe('the name of a stage', () => {
  for (const [name, id] of [
    ['needs-analysis', 'needs-analysis'],
    ['Needs Analysis', 'needs-analysis'],
    ['needs_analysis', 'needs-analysis'],
    ['  NEEDS   analysis ', 'needs-analysis'],
    ['Needs\u00a0analysis', 'needs-analysis'],
    ['Objections & Negotiations', 'negotiation'],
    ['objections-and-negotiations', 'negotiation'],
    ['Objections_&_Negotiations', 'negotiation'],
    ['negotiations', 'negotiation'],
    ['Lead', 'lead-generation'],
    ['close', 'closing'],
  ] as const) {
    it(`${JSON.stringify(name)} means ${id}`, () => assert.equal(find(name), id));
  }

  for (const name of ['', ' ', '-', 'won', 'lost', '__proto__', 'constructor', 'toString', 'needsanalysis']) {
    it(`${JSON.stringify(name)} means none`, () => assert.equal(find(name), undefined));
  }

  it('is never nothing, also where a label is made of joints only', () => {
    const process = makeProcess({ stages: { proposal: { label: '&' } } });
    for (const name of ['', '-', '&']) assert.equal(findStage(process, name), undefined);
  });

  it('is the same in composed and decomposed letters', () => {
    const process = makeProcess({ stages: { proposal: { label: 'Proposé' } } });
    assert.equal(findStage(process, 'Propose\u0301'), 'proposal');
  });

  it('may be what the team calls it, and stays what it was', () => {
    const process = makeProcess({ stages: { proposal: { label: 'Offer', aliases: ['bid'] } } });
    for (const name of ['offer', 'BID', 'Proposal', 'proposals'])
      assert.equal(findStage(process, name), 'proposal');
    assert.equal(stageOf(process, 'proposal').label, 'Offer');
  });

  it('is never taken from its stage by another stage’s alias or label', () => {
    const process = makeProcess({
      stages: {
        'lead-generation': { label: 'Closing' },
        closing: { aliases: ['Proposal', 'needs_analysis'] },
      },
    });
    for (const id of STAGE_IDS) assert.equal(findStage(process, id), id);
  });

  it('that the team gives goes before a built-in alias, also that of a later stage', () => {
    const process = makeProcess({ stages: { 'lead-generation': { aliases: ['discovery'] } } });
    assert.equal(findStage(process, 'Discovery'), 'lead-generation');
  });
});

describe('a stage is written as the file writes it', () => {
  for (const [from, written, to, expected] of [
    ['needs-analysis', 'needs-analysis', 'lead-generation', 'lead-generation'],
    ['needs-analysis', 'Needs analysis', 'lead-generation', 'Lead generation'],
    ['needs-analysis', 'Needs Analysis', 'lead-generation', 'Lead Generation'],
    ['needs-analysis', 'needs_analysis', 'lead-generation', 'lead_generation'],
    ['needs-analysis', 'NEEDS ANALYSIS', 'lead-generation', 'LEAD GENERATION'],
    ['needs-analysis', 'Needs-Analysis', 'lead-generation', 'Lead-Generation'],
    ['needs-analysis', 'needs analysis', 'negotiation', 'objections and negotiations'],
    ['proposal', 'proposal', 'negotiation', 'negotiation'],
    ['proposal', 'Proposal', 'negotiation', 'Objections and negotiations'],
    ['proposal', 'PROPOSAL', 'negotiation', 'OBJECTIONS AND NEGOTIATIONS'],
    ['needs-analysis', 'discovery', 'proposal', 'proposal'],
    ['needs-analysis', ' Needs  analysis', 'proposal', 'proposal'],
  ] as const) {
    it(`${JSON.stringify(written)} goes on to ${JSON.stringify(expected)}`, () => {
      assert.equal(writeStage(DEFAULT_PROCESS, to, written, from), expected);
    });
  }

  it('by the team’s own label', () => {
    const process = makeProcess({
      stages: { proposal: { label: 'Angebot' }, negotiation: { label: 'Letzte Fragen' } },
    });
    assert.equal(writeStage(process, 'negotiation', 'Angebot', 'proposal'), 'Letzte Fragen');
    assert.equal(writeStage(process, 'negotiation', 'ANGEBOT', 'proposal'), 'LETZTE FRAGEN');
  });

  it('whether that is the id or a label of its own, with any joints', () => {
    const process = makeProcess({
      stages: {
        'needs-analysis': { label: 'Bedarf klar-stellen' },
        'lead-generation': { label: 'Erste-Anfrage da' },
      },
    });
    const written = (form: string) => writeStage(process, 'lead-generation', form, 'needs-analysis');
    for (const [form, expected] of [
      ['needs_analysis', 'lead_generation'],
      ['needs analysis', 'lead generation'],
      ['NEEDS-ANALYSIS', 'LEAD-GENERATION'],
      ['Needs Analysis', 'Lead Generation'],
      ['bedarf_klar-stellen', 'erste-anfrage_da'],
      ['Bedarf-klar-stellen', 'Erste-Anfrage-da'],
      ['Bedarf klar_stellen', 'Erste_Anfrage da'],
      ['BEDARF KLAR STELLEN', 'ERSTE ANFRAGE DA'],
    ] as const)
      assert.equal(written(form), expected, form);
  });

  it('and never in a form that would be read as another stage or none', () => {
    const label = fc.oneof(
      fc.constantFrom('Proposal', 'closing', 'Straße', 'ﬁnal', 'ŉ', 'İstanbul', 'a - b', 'ΣΑΣ', '&', '-'),
      fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 }),
    );
    const settings = fc.record({
      stages: fc.record(Object.fromEntries(STAGE_IDS.map(id => [id, fc.record({ label })])), {
        requiredKeys: [],
      }),
    });
    const stage = fc.constantFrom(...STAGE_IDS);
    const form = fc.constantFrom<(name: string) => string>(
      name => name,
      name => name.toUpperCase(),
      name => name.toLowerCase(),
      name => name.replaceAll(' ', '_'),
    );
    forAll(fc.tuple(settings, stage, stage, form), ([own, from, to, write]) => {
      const process = makeProcess(own);
      const written = writeStage(process, to, write(stageOf(process, from).label), from);
      assert.equal(findStage(process, written), to);
    });
  });
});
