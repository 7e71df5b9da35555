import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { QuietKind } from '../../../src/core/changes/commitDeeds';
import { moneyIn } from '../../../src/core/moneyFormat';
import { DEFAULT_PROCESS } from '../../../src/core/process/process';
import { STAGE_IDS } from '../../../src/core/process/stages';
import { betweenWords } from '../../../src/words/between';
import { commitMessage, messageText, type CommitMessage } from '../../../src/words/commit/message';
import { between, eur, type Stand } from '../core/changes/support';
import type { Deal } from '../../../src/core/deal/deal';
import { date } from '../support/deals';
import { forAll } from '../support/property';

const money = moneyIn({ own: 'EUR', rates: {}, used: ['EUR'] }, 'en');

type Stands = Readonly<Record<string, Stand>>;

function messageOf(
  before: Stands,
  after: Stands,
  quiet: readonly { kind: QuietKind; name: string }[] = [],
): CommitMessage {
  const { events } = between(before, after);
  return commitMessage([{ deeds: { events, quiet }, process: DEFAULT_PROCESS }], betweenWords('en'), money);
}

describe('the message of a commit', () => {
  const acme = { title: 'Acme', stage: 'needs-analysis', value: eur(40_000) } as const;
  const globex = { title: 'Globex', stage: 'negotiation', value: eur(48_000) } as const;

  it('tells up to three deals on one line', () => {
    const { subject, body } = messageOf(
      { 'a.md': acme, 'g.md': globex },
      { 'a.md': { ...acme, stage: 'proposal' }, 'g.md': { ...globex, status: 'won', nextStep: undefined } },
    );
    assert.equal(subject, 'Acme: Needs analysis → Proposal; Globex won (€48,000)');
    assert.deepEqual(body, []);
  });

  it('says each thing that became of a deal', () => {
    const said = (before: Stand, after: Stand) => messageOf({ 'a.md': before }, { 'a.md': after }).subject;
    const due = { ...acme, closeDate: date('2026-12-01') };
    assert.equal(said(undefined, acme), 'Acme new (Needs analysis, €40,000)');
    assert.equal(said(acme, undefined), 'Acme removed');
    assert.equal(said(acme, { ...acme, status: 'lost', lostReason: 'Price' }), 'Acme lost (Price)');
    assert.equal(said({ ...acme, status: 'won' }, acme), 'Acme reopened');
    assert.equal(said(acme, { ...acme, value: eur(50_000) }), 'Acme: €40,000 → €50,000');
    assert.equal(said(acme, { ...acme, value: undefined }), 'Acme: no value');
    assert.equal(said({ ...acme, value: undefined }, acme), 'Acme: value €40,000');
    assert.equal(said(acme, due), 'Acme: closes 2026-12-01');
    assert.equal(
      said(due, { ...due, closeDate: date('2027-01-15') }),
      'Acme: closes 2026-12-01 → 2027-01-15',
    );
    assert.equal(said(due, acme), 'Acme: no close date');
    assert.equal(said(acme, { ...acme, owner: 'Dana' }), 'Acme: owner Dana');
    assert.equal(said(acme, { ...acme, nextStep: 'Call Kim' }), 'Acme: next step “Call Kim”');
    assert.equal(said({ ...acme, nextStep: 'Call Kim' }, acme), 'Acme: no next step');
  });

  it('counts more than three, and has a line for each below', () => {
    const all = (stand: Partial<Deal>) =>
      Object.fromEntries(['a', 'b', 'c', 'd'].map(name => [`${name}.md`, { ...stand, title: name }]));
    const won = { 'x.md': { ...globex, status: 'won' }, 'y.md': { ...globex, status: 'won' } } as const;
    const { subject, body } = messageOf(
      { ...all(acme), 'x.md': globex, 'y.md': globex },
      { ...all({ ...acme, stage: 'proposal' }), ...won, 'z.md': acme },
    );
    assert.equal(subject, '4 deals moved, 2 won (€96,000), 1 new');
    assert.equal(body.length, 7);
    assert.equal(body[0], '- a: Needs analysis → Proposal');
    assert.equal(body[6], '- Acme new (Needs analysis, €40,000)');
  });

  it('names deals of which only the notes have changed', () => {
    const quiet = (kind: QuietKind, ...names: string[]) =>
      messageOf(
        {},
        {},
        names.map(name => ({ kind, name })),
      );
    assert.equal(quiet('notes', 'Acme').subject, 'Acme: notes');
    assert.equal(quiet('log', 'Acme', 'Globex').subject, 'Log: Acme, Globex');
    const many = quiet('log', 'A', 'B', 'C', 'D', 'E');
    assert.equal(many.subject, 'Log: A, B, C and 2 more');
    assert.deepEqual(many.body, ['- Log: A, B, C, D, E']);
    assert.equal(quiet('process', 'sales-process.yaml').subject, 'Sales process');
    const both = messageOf({ 'g.md': globex }, { 'g.md': { ...globex, status: 'won' } }, [
      { kind: 'log', name: 'Acme' },
    ]);
    assert.equal(both.subject, 'Globex won (€48,000); Acme: log');
  });

  it('leaves the least out where the line would be too long, and tells it below', () => {
    const long = { ...acme, title: 'The Very Long Name of a Holding Company of Northern Europe and Asia' };
    const step = { nextStep: 'Send the revised offer with the discount' };
    const moved = { ...long, ...step, stage: 'proposal' } as const;
    const { subject, body } = messageOf(
      { 'a.md': long, 'g.md': globex },
      { 'a.md': moved, 'g.md': { ...globex, owner: 'Dana' } },
    );
    assert.equal(subject, 'The Very Long Name of a …: Needs analysis → Proposal; Globex: owner Dana');
    assert.match(body[0]!, /^- The Very Long Name.*: Needs analysis → Proposal, next step “Send the revised/);
  });

  it('lets no title be more to git than a text', () => {
    const titled = (title: string) => messageOf({}, { 'a.md': { ...acme, title } }).subject;
    assert.equal(titled('#1 Corp'), '“#1 Corp” new (Needs analysis, €40,000)');
    assert.equal(titled('fixup! Acme'), '“fixup! Acme” new (Needs analysis, €40,000)');
    assert.equal(titled('Acme\n\n# x\u0000\u001b[31m'), 'Acme # x [31m new (Needs analysis, €40,000)');
  });

  it('is lines without an odd character, whatever deals are called and whatever they say', () => {
    const anyText = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 90 }),
      fc.constantFrom('#', '# x', '---', 'Signed-off-by: x', 'fixup! a', '\n\n#\u0085', '\u2028;', '- '),
    );
    const anyStand: fc.Arbitrary<Stand> = fc.option(
      fc.record({
        title: anyText,
        stage: fc.constantFrom(...STAGE_IDS),
        status: fc.constantFrom('open', 'won', 'lost'),
        value: fc.option(fc.integer({ min: 0, max: 1e12 }).map(eur), { nil: undefined }),
        lostReason: fc.option(anyText, { nil: undefined }),
        owner: fc.option(anyText, { nil: undefined }),
        nextStep: fc.option(anyText, { nil: undefined }),
      }),
      { nil: undefined, freq: 8 },
    );
    const anyStands = fc.dictionary(fc.constantFrom('a.md', 'b.md', 'c.md', 'd.md', 'e.md'), anyStand);
    const kinds = ['log', 'notes', 'details', 'renamed', 'file', 'process', 'calls'] as const;
    const anyQuiet = fc.array(fc.record({ kind: fc.constantFrom(...kinds), name: anyText }), {
      maxLength: 9,
    });
    forAll(
      fc.tuple(anyStands, anyStands, anyQuiet),
      ([before, after, quiet]) => {
        const message = messageOf(before, after, quiet);
        assert.ok(message.subject.length <= 72, message.subject);
        for (const line of messageText(message).split('\n')) {
          assert.doesNotMatch(line, /[\p{Cc}\p{Bidi_Control}\u2028\u2029]/u);
          assert.doesNotMatch(line, /^[#;!%@$^&|:]|^(?:fixup|squash|amend)! |^diff /);
        }
        if (!between(before, after).events.length && !quiet.length) return;
        assert.match(message.subject, /^[\p{L}\p{N}“]/u);
        assert.ok(message.body.every(line => line.startsWith('- ')));
      },
      300,
    );
  });
});
