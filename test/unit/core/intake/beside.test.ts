import assert from 'node:assert/strict';
import { readActivity } from '../../../../src/core/intake/beside/activity';
import { asTheyHappened } from '../../../../src/core/intake/beside/asTheyHappened';
import {
  activityKindIn,
  activityKindNamed,
  besideColumns,
  besideKind,
  besideSystem,
  foldBeside,
  type BesideTarget,
} from '../../../../src/core/intake/beside/besideHeads';
import { DealsByRef } from '../../../../src/core/intake/beside/dealsByRef';
import { readLoggedFile, writeLogged } from '../../../../src/core/intake/beside/loggedFile';
import { addMoves, readMove } from '../../../../src/core/intake/beside/moves';
import { mapStages } from '../../../../src/core/intake/mapStages';
import { dealThere } from '../../../../src/core/intake/there';
import { DEFAULT_PROCESS } from '../../../../src/core/process/process';
import { sentence, sentenceOf } from '../../../../src/words/sentence';
import { dealOf as dealIn } from '../../../../src/core/deal/entry';
import { file, read } from '../../support/deals';
import { TODAY } from './support/table';

/** A row by what its cells are. */
function row(cells: Partial<Record<BesideTarget, string | readonly string[]>>, number = 2) {
  const all = (target: BesideTarget) => [cells[target] ?? []].flat().filter(text => text);
  return { row: number, cell: (target: BesideTarget) => all(target)[0] ?? '', cells: all };
}

describe('a table that was exported beside deals', () => {
  for (const [heads, kind] of [
    ['Deal, Date, Subject', 'activities'],
    ['Deal ID, Date, Note body', 'activities'],
    ['Deal, Subject', undefined],
    ['Deal, Date', undefined],
    ['Date, Subject', undefined],
    ['Deal, Date, Subject, Stage', undefined],
    ['Deal, Date, Subject, Amount', undefined],
    ['Activity - Subject, Activity - Due date, Deal - Title, Deal - Value', 'activities'],
    ['Activity - Subject, Due date, Deal - Title, Deal - Value', undefined],
    // With an outcome of its own it is one of activities by what only those have.
    ['Deal, Created, Title, Status', undefined],
    ['Deal, Activity date, Title, Status', 'activities'],
    ['Deal, Created, Note - Title, Status', 'activities'],
    ['Deal, Email', 'people'],
    ['Company, Last name', 'people'],
    ['Deal ID, Name, Phone', 'people'],
    ['Deal ID, Name, Job title', 'people'],
    ['Deal ID, Name', undefined],
    ['Email, Phone', undefined],
    ['Deal, Email, Won', undefined],
    ['Deal, Company name, Company owner', 'accounts'],
    ['Deal, Company, Industry', undefined],
    ['Company name, Number of employees', undefined],
    ['Deal ID, Name, Number of employees', 'accounts'],
    ['Deal, Field, New value, Date', 'moves'],
    ['Deal, Field, Old value, Date', undefined],
    ['Deal, Old value, New value, Date', 'moves'],
    ['Deal, New value, Date', undefined],
    ['Deal, Field, New value', undefined],
    ['Field, New value, Date', undefined],
    ['OpportunityId, StageName, CreatedDate', 'moves'],
    ['OpportunityId, StageName, CreatedDate, Name', undefined],
    ['OpportunityId, StageName, CreatedDate, Opportunity', undefined],
    ['OpportunityId, StageName', undefined],
    ['Recipe, Flour', undefined],
  ] as const)
    it(`is told by its heads: ${heads}`, () => assert.equal(besideKind(heads.split(', ')), kind));

  it('has heads that are the same whatever stands around them, but for those of deals', () => {
    assert.deepEqual(
      [
        'Activity - Due date',
        '\uFEFFDue Date',
        ' due_date ',
        'Note - Due date',
        'Person - Name',
        'Deal - Title',
        'Deal',
        'Deals - Deal',
      ].map(foldBeside),
      ['duedate', 'duedate', 'duedate', 'duedate', 'name', 'dealtitle', 'deal', 'deal'],
    );
  });

  it('has one column for each thing, the first that counts, and several for texts in their order', () => {
    const columns = besideColumns('activities', ['Body', 'Created', 'Activity date', 'Note', 'Deal', 'Deal']);
    assert.deepEqual(
      [...columns],
      [
        ['deal', [4]],
        ['on', [2]],
        ['text', [0, 3]],
      ],
    );
  });

  it('may say by its heads or its name of which kind its activities are, if of one', () => {
    const kinds = [
      ['Call title'],
      ['Email subject'],
      ['Meeting name'],
      ['Task status'],
      ['Note body'],
      ['Content'],
    ];
    assert.deepEqual(kinds.map(activityKindIn), ['call', 'mail', 'meeting', 'task', 'note', 'note']);
    assert.equal(activityKindIn(['hs_call_body', 'Deal']), 'call');
    assert.deepEqual(
      [['Call title', 'Note body'], ['Subject'], ['My call title']].map(activityKindIn),
      Array(3).fill(undefined),
    );
    assert.deepEqual(
      [
        'hubspot-crm-exports-all-calls',
        'Note.csv',
        'e-mails 2026',
        'emails',
        'meeting',
        'TASKS',
        'calls and notes',
        'recalls',
        'x',
      ].map(activityKindNamed),
      ['call', 'note', 'mail', 'mail', 'meeting', 'task', undefined, undefined, undefined],
    );
  });

  it('is of a system whose heads nobody else writes', () => {
    for (const [head, kind] of [
      ['Associated Deal IDs', 'hubspot'],
      [' hs_note_body', 'hubspot'],
      ['Property', 'hubspot'],
      ['Property value', undefined],
      ['WhatId', 'salesforce'],
      ['Company / Account', 'salesforce'],
      ['Field/Event', 'salesforce'],
      ['My opportunity', undefined],
      ['Parent Id.id', 'zoho'],
      ['Note Content', 'zoho'],
      ['Person - Name', 'pipedrive'],
      ['Add time', 'pipedrive'],
      ['My add time', undefined],
      ['Deal', undefined],
    ] as const)
      assert.equal(besideSystem(['x', head])?.kind, kind, head);
  });
});

describe('an activity of another system', () => {
  const by = { today: TODAY, order: undefined, kind: undefined };
  const told = (cells: Parameters<typeof row>[0], kind?: string) => {
    const { item, says, about } = readActivity(row({ on: '2026-11-02', ...cells }), { ...by, kind });
    return item ? [item.what, ...item.below, ...(says ? [sentence(says)] : [])] : [about, says?.say];
  };

  it('is a line with its kind, its subject and its words', () => {
    assert.deepEqual(told({ kind: 'Phone Call', subject: 'Pricing', text: 'They asked.' }), [
      'call: Pricing: They asked.',
    ]);
    assert.deepEqual(told({ kind: 'E-Mail', subject: 'A\nB' }), ['mail: A B']);
    assert.deepEqual(told({ kind: 'Site visit', subject: 'A' }), ['site visit: A']);
    assert.deepEqual(told({ subject: 'A' }, 'note'), ['note: A']);
    assert.deepEqual(told({ kind: 'Anruf', subject: 'A' }, 'note'), ['call: A']);
    assert.deepEqual(told({ text: ['<p>One</p>', ' ', 'Two'] }), ['One Two']);
    // What is called after its kind, or as its words begin, says nothing more.
    assert.deepEqual(told({ kind: 'Call', subject: 'Call', text: 'They asked.' }), ['call: They asked.']);
    assert.deepEqual(told({ subject: 'they', text: 'They asked.' }), ['They asked.']);
    assert.deepEqual(told({ kind: 'Call' }), ['call']);
    assert.deepEqual(told({ subject: ': - – Hello' }), ['Hello']);
    assert.deepEqual(told({}), [undefined, 'rowNothingToLog']);
  });

  it('is told where it has no day, is still to come, or not done', () => {
    assert.deepEqual(told({ on: '', subject: 'A' }), ['on', 'rowNoDay']);
    assert.deepEqual(told({ on: 'soon', subject: 'A' }), ['on', 'rowDayNotRead']);
    assert.deepEqual(told({ on: '2027-11-02', subject: 'A' }), ['on', 'rowDayToCome']);
    for (const done of ['To do', 'not started', 'In_Progress', 'waiting on someone', 'No', '0', 'FALSE'])
      assert.deepEqual(told({ done, subject: 'A' }), ['done', 'rowNotDone'], done);
    for (const done of ['Done', 'yes', '1', '10', 'not opened', 'Completed'])
      assert.deepEqual(told({ done, subject: 'A' }), ['A'], done);
  });

  it('stands whole below a line that is cut at a word where it is long', () => {
    const words = `${'They asked many things, '.repeat(20)}and more.`;
    const [line, ...below] = told({ text: words });
    assert.equal(
      line,
      'They asked many things, They asked many things, They asked many things, They asked many things, They asked many things…',
    );
    assert.deepEqual(below, ['', words]);
    const titled = told({ subject: 'Pricing', text: words });
    assert.deepEqual(titled, ['Pricing', '', words]);
    const title = 'A title of many words '.repeat(6).trim();
    assert.deepEqual(told({ subject: title, text: words }).slice(1), ['', title, '', words]);
    // Without a blank it is cut anywhere; up to 240 characters it stands as it is.
    assert.deepEqual(told({ text: 'x'.repeat(241) })[0], `${'x'.repeat(120)}…`);
    assert.deepEqual(told({ text: 'x'.repeat(240) }), ['x'.repeat(240)]);
    const cut = told({ text: `${'x '.repeat(10_000)}y` });
    assert.match(cut.at(-1)!, /20,000/);
    assert.equal(told({ text: 'x '.repeat(9_999) }).length, 3);
  });
});

describe('rows in the order in which things happened', () => {
  it('are turned round where the newest stands first, and keep those of one time', () => {
    const order = (...rows: readonly string[]) => asTheyHappened(rows, one => one.slice(0, 2)).join(' ');
    assert.equal(order('01a', '01b', '02c'), '01a 01b 02c');
    assert.equal(order('02c', '01b', '01a'), '01a 01b 02c');
    assert.equal(order('01a', '03b', '02c', '01d'), '01a 01d 02c 03b');
    assert.equal(order('02a', '03b', '03c', '01d'), '01d 02a 03c 03b');
    assert.equal(order('01a'), '01a');
    assert.equal(order(), '');
  });
});

describe('the deals that rows belong to', () => {
  const deals = (...all: readonly (readonly [path: string, lines: string])[]) =>
    all.map(([path, lines]) => {
      const text = file(`stage: proposal\n${lines}`);
      return dealThere(dealIn(read(text, DEFAULT_PROCESS, path))!, text);
    });
  const found = (refs: DealsByRef, id: string, name = '', account = '', byAccount = false) => {
    const ref = { id, name, account };
    const { deals: all, missing } = byAccount ? refs.findByAccount(ref) : refs.find(ref);
    return [...all.map(({ deal }) => deal.path), ...missing.map(({ say }) => say)];
  };

  it('are found by their ids, in each form of them', () => {
    const refs = new DealsByRef(
      deals(
        ['a.md', 'title: A\nsource_id: salesforce:0065g00000AbCdE'],
        ['b.md', 'title: B\nsource_id: hubspot:17'],
        ['c.md', 'title: C\nsource_id: salesforce:zcrm_5'],
      ),
      'salesforce',
    );
    assert.deepEqual(found(refs, '0065g00000AbCdEAAX'), ['a.md']);
    assert.deepEqual(found(refs, '0065g00000abcdeAAX'), ['rowDealMissing']);
    assert.deepEqual(found(refs, ' 5 '), ['c.md']);
    assert.deepEqual(found(refs, 'ZCRM_5'), ['c.md']);
    assert.deepEqual(found(refs, '17'), ['rowDealMissing']);
    assert.deepEqual(found(refs, '5; 0065g00000AbCdE;;9\n5'), ['c.md', 'a.md', 'rowDealMissing']);
    assert.deepEqual(found(refs, ''), ['rowNamesNoDeal']);
    // Where the system has none here, ids are those of whichever has them.
    assert.deepEqual(
      found(new DealsByRef(deals(['b.md', 'title: B\nsource_id: hubspot:17']), 'zoho'), '17'),
      ['b.md'],
    );
    assert.deepEqual(
      found(
        new DealsByRef(deals(['b.md', 'title: B\nsource_id: crm:123456789012345678']), 'crm'),
        '123456789012345999',
      ),
      ['rowDealMissing'],
    );
  });

  it('are found by their titles where no id is, with the account where several have one', () => {
    const refs = new DealsByRef(
      deals(
        ['one.md', 'title: Renewal\naccount: Acme'],
        ['two.md', 'title: Renewal\naccount: Globex'],
        ['three.md', 'title: Pilot\nsource_id: crm:3'],
        ['four.md', 'title: Trial\nsource_id: other:4'],
        ['five.md', 'title: A; B\naccount: Acme'],
      ),
      'crm',
    );
    assert.deepEqual(found(refs, '', 'renewal', 'GLOBEX'), ['two.md']);
    assert.deepEqual(found(refs, '', 'Renewal'), ['rowDealUnclear']);
    assert.deepEqual(found(refs, '', 'Renewal', 'Hooli'), ['rowDealUnclear']);
    assert.deepEqual(found(refs, '', 'Pilot', 'Hooli'), ['three.md']);
    assert.deepEqual(found(refs, '', 'Pilot; Trial; Nowhere'), ['three.md', 'four.md', 'rowDealMissing']);
    assert.deepEqual(found(refs, '', 'A; B'), ['five.md']);
    // With an id that is none of these, a deal of the same system is another one.
    assert.deepEqual(found(refs, '3', 'Trial'), ['three.md']);
    assert.deepEqual(found(refs, '9', 'Pilot'), ['rowDealMissing']);
    assert.deepEqual(found(refs, '9', 'Trial'), ['four.md']);
    assert.deepEqual(found(refs, '9', 'Renewal', 'Acme'), ['one.md']);
  });

  it('are those of an account where no deal is named: the open ones, else all', () => {
    const refs = new DealsByRef(
      deals(
        ['open.md', 'title: A\naccount: Acme'],
        ['won.md', 'title: B\naccount: Acme\nstatus: won'],
        ['lost.md', 'title: C\naccount: Globex\nstatus: lost'],
      ),
      undefined,
    );
    assert.deepEqual(found(refs, '', '', 'acme', true), ['open.md']);
    assert.deepEqual(found(refs, '', '', 'Globex', true), ['lost.md']);
    assert.deepEqual(found(refs, '', '', 'Hooli', true), ['rowAccountMissing']);
    assert.deepEqual(found(refs, '', '', '', true), ['rowNamesNoAccount']);
    assert.deepEqual(found(refs, '', 'B', 'Acme', true), ['won.md']);
  });
});

describe('what imports have logged', () => {
  it('is kept a key in each line, and refused whole where one is none', () => {
    const text = writeLogged(new Set(['b', 'a "q"']));
    assert.equal(text, '{\n  "version": 1,\n  "logged": [\n    "a \\"q\\"",\n    "b"\n  ]\n}\n');
    const read = readLoggedFile(text, 'x.json');
    assert.ok(read.ok);
    assert.deepEqual([...read.keys], ['a "q"', 'b']);
    for (const other of [
      '{',
      '[]',
      '{"version": 2, "logged": []}',
      '{"version": 1}',
      '{"version": 1, "logged": ["a", 1]}',
      '{"version": 1, "logged": {}}',
    ]) {
      const refused = readLoggedFile(other, '_import/x.json');
      assert.ok(!refused.ok, other);
      assert.match(sentenceOf(refused.problem), /^Couldn’t read _import\/x\.json/);
    }
  });
});

describe('a move of another system', () => {
  const meant = (name: string) => {
    const [found] = mapStages([name], undefined, DEFAULT_PROCESS);
    return found?.how === 'spread' ? undefined : found?.is;
  };
  const by = { today: TODAY, order: undefined, meant };

  it('is a change of the stage, with its time where that can be put in order', () => {
    const told = (cells: Parameters<typeof row>[0]) => {
      const { item, says } = readMove(row({ on: '2026-10-01', new: 'Proposal', ...cells }), by);
      return item ? `${item.on} ${item.at} ${item.from ?? '-'} ${item.to}` : says?.say;
    };
    assert.equal(told({}), '2026-10-01 2026-10-01 - proposal');
    assert.equal(
      told({ on: '2026-10-01 09:05', old: 'Prospecting' }),
      '2026-10-01 2026-10-01T09:05 prospecting proposal',
    );
    assert.equal(
      told({ on: '2026-10-01T09:05:07Z', old: 'Mystery' }),
      '2026-10-01 2026-10-01T09:05:07Z - proposal',
    );
    assert.equal(told({ on: '1. 10. 2026 09:05' }), '2026-10-01 2026-10-01 - proposal');
    for (const field of ['Stage', 'Stage Name', 'dealstage', 'Opportunity Stage'])
      assert.equal(told({ field, new: 'Closed Won' }), '2026-10-01 2026-10-01 - won', field);
    assert.equal(told({ field: 'Amount' }), undefined);
    assert.equal(told({ new: '' }), undefined);
    assert.equal(told({ new: 'Mystery' }), 'rowStageUnmapped');
    assert.equal(told({ on: 'soon' }), 'rowDayNotRead');
  });

  /** What moves, `2026-01-05 prospecting`, make of a deal; the numbers of their rows count from 2. */
  const moved = (lines: readonly string[], ...moves: readonly string[]) => {
    const text = file(['title: Acme', ...lines].join('\n'));
    const all = moves.map((one, at) => {
      const [on, to, from] = one.split(' ');
      return readMove(row({ on: on!.replace('_', ' '), new: to!, ...(from && { old: from }) }, at + 2), by)
        .item!;
    });
    const added = addMoves({ path: 'acme.md', text, process: DEFAULT_PROCESS }, all, TODAY);
    if (!added.ok) return { refused: added.problem.says.say };
    const history = added.edited.text.match(/\{on: .*\}/g) ?? [];
    const stage = /^stage: (.*)$/m.exec(added.edited.text)![1];
    return { stage, history, added: added.added.map(one => `${one.row} ${one.line}`) };
  };

  it('goes into a history with all others, whichever stands first in the table', () => {
    const told = {
      stage: 'proposal',
      history: [
        '{on: 2026-01-05, stage: lead-generation}',
        '{on: 2026-02-01, stage: prospecting}',
        '{on: 2026-03-01, stage: proposal}',
      ],
    };
    const moves = ['2026-01-05 lead-generation', '2026-02-01 prospecting', '2026-03-01 proposal'];
    const forth = moved(['stage: proposal'], ...moves);
    assert.deepEqual(forth, {
      ...told,
      added: ['2 2026-01-05 lead-generation', '3 2026-02-01 prospecting', '4 2026-03-01 proposal'],
    });
    const back = moved(['stage: proposal'], ...moves.toReversed());
    assert.deepEqual([back.history, back.added?.[0]], [told.history, '4 2026-01-05 lead-generation']);
    const half = moved(['stage: proposal', 'history:', '  - {on: 2026-02-01, stage: prospecting}'], ...moves);
    assert.deepEqual(half.history, told.history);
    assert.deepEqual(half.added, ['2 2026-01-05 lead-generation', '4 2026-03-01 proposal']);
    const whole = moved(
      ['stage: proposal', 'history:', ...told.history.map(line => `  - ${line}`)],
      ...moves,
    );
    assert.deepEqual([whole.history, whole.added], [told.history, []]);
    // Of one day those with times are in their order.
    const times = moved(['stage: proposal'], '2026-01-05_10:30 Proposal', '2026-01-05_09:30 Prospecting');
    assert.deepEqual(times.history, [
      '{on: 2026-01-05, stage: prospecting}',
      '{on: 2026-01-05, stage: proposal}',
    ]);
  });

  it('says which stage the first one left, and nothing of the time before', () => {
    assert.deepEqual(moved(['stage: proposal'], '2026-03-01 proposal prospecting').history, [
      '{on: 2026-03-01, stage: proposal, from: prospecting}',
    ]);
  });

  it('closes a deal on the day that it names, and opens it again', () => {
    const won = ['stage: proposal', 'status: won', 'closed_on: 2026-03-05'];
    assert.deepEqual(moved(won, '2026-01-05 proposal', '2026-03-01 won').history, [
      '{on: 2026-01-05, stage: proposal}',
      '{on: 2026-03-05, status: won}',
    ]);
    assert.deepEqual(
      moved(['stage: closing'], '2026-01-05 proposal', '2026-02-01 lost', '2026-03-01 closing').history,
      [
        '{on: 2026-01-05, stage: proposal}',
        '{on: 2026-02-01, status: lost}',
        '{on: 2026-03-01, status: open}',
        '{on: 2026-03-01, stage: closing}',
      ],
    );
    const lost = ['stage: proposal', 'status: lost', 'lost_reason: price', 'closed_on: 2026-03-01'];
    assert.deepEqual(
      moved(lost, '2026-01-05 proposal', '2026-03-01 lost').history?.at(-1),
      '{on: 2026-03-01, status: lost, reason: price}',
    );
    const again = moved(['stage: proposal'], '2026-01-05 proposal', '2026-02-01 won', '2026-03-01 proposal');
    assert.deepEqual(again.history?.at(-1), '{on: 2026-03-01, status: open}');
  });

  it('tells the last stage of a closed deal of which nobody knew it', () => {
    const nowhere = ['stage: unknown', 'status: won', 'closed_on: 2026-03-01'];
    const told = moved(nowhere, '2026-01-05 proposal', '2026-03-01 won');
    assert.deepEqual([told.stage, told.added?.at(-1)], ['proposal', '3 proposal']);
  });

  it('is refused where it contradicts the deal', () => {
    assert.deepEqual(moved(['stage: proposal'], '2026-01-05 closing'), { refused: 'movesDenied' });
    assert.deepEqual(moved(['stage: proposal', 'status: won'], '2026-01-05 closing', '2026-01-06 lost'), {
      refused: 'movesDenied',
    });
    assert.ok(
      !('refused' in moved(['stage: proposal', 'status: won'], '2026-01-05 proposal', '2026-01-06 won')),
    );
    assert.ok('refused' in moved(['stage: ['], '2026-01-05 proposal'));
  });
});
