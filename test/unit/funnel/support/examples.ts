import { BRIDGE_PARTS } from '../../../../src/core/changes/bridge';
import type { ChangesFigure } from '../../../../src/core/changes/figure';
import { GROUPS_OF_CHANGES } from '../../../../src/core/changes/groups';
import { NAMED_POINTS } from '../../../../src/core/changes/namedPoints';
import { SLIP_PERIODS } from '../../../../src/core/changes/slips';
import { PACE_PARTS } from '../../../../src/core/metrics/pace';
import type { Figure } from '../../../../src/core/metrics/figure';
import type { ChangesSheet } from '../../../../src/shared/changesSheet';
import type { FromPage } from '../../../../src/shared/fromPage';
import type { FunnelQuestion } from '../../../../src/shared/funnelQuestion';
import type { FunnelContent } from '../../../../src/shared/toPage';
import { date } from '../../support/deals';
import { ONE_OF_EACH } from '../../support/filters';

const filter = ONE_OF_EACH;

/** All that can be asked for. */
export const QUESTION: FunnelQuestion = {
  filter,
  against: 'month',
  asOf: date('2026-04-01'),
  beside: { ...filter, owner: ['dana', 'marek'] },
};

/** One of each kind at least, with all that it can have; where a figure has names of its own, one with each. */
export const FIGURES: { readonly [kind in Figure['kind']]: readonly Extract<Figure, { kind: kind }>[] } = {
  stage: (
    ['reached', 'pending', 'lost', 'touched', 'strict', 'conversion', 'open', 'lostIn', 'won'] as const
  ).map(of => ({ kind: 'stage', of, stage: 'proposal', currency: 'EUR' })),
  deals: (['open', 'won', 'lost'] as const).map(status => ({ kind: 'deals', status, currency: 'EUR' })),
  winRate: [{ kind: 'winRate', currency: 'EUR' }],
  cycle: [{ kind: 'cycle' }],
  lostFor: [
    { kind: 'lostFor', reason: 'price', stage: 'proposal' },
    { kind: 'lostFor', reason: null },
  ],
  lostForOthers: [{ kind: 'lostForOthers', reasons: ['price', null], stage: 'proposal' }],
  stays: [{ kind: 'stays', stage: 'closing', open: false }],
  condition: (['stalled', 'idle', 'unusual'] as const).map(is => ({
    kind: 'condition',
    is,
    stage: 'closing',
  })),
  flow: [{ kind: 'flow', from: 'proposal', to: 'closing' }],
  moves: (['step', 'skip', 'back'] as const).map(move => ({ kind: 'moves', move })),
  moved: [{ kind: 'moved', from: 'proposal', to: 'closing', status: 'won' }],
  conforming: [{ kind: 'conforming', status: 'won' }],
  deviation: (['skip', 'back', 'rework', 'late-start', 'won-early'] as const).map(deviation => ({
    kind: 'deviation',
    deviation,
    status: 'lost',
  })),
  missed: [{ kind: 'missed', stage: 'qualification', status: 'open' }],
  variant: [{ kind: 'variant', stages: ['proposal', 'closing'], status: 'won' }],
  entries: [{ kind: 'entries' }],
  inNeed: (
    [
      'stalled',
      'unusual',
      'idle',
      'noNextStep',
      'nextStepOverdue',
      'closeDatePassed',
      'pushed',
      'criteriaOpen',
      'fewContacts',
      'noDecisionMaker',
      'noValue',
      'unanswered',
    ] as const
  ).map(need => ({ kind: 'inNeed', need })),
  forecast: (
    [
      'closed',
      'commit',
      'best_case',
      'pipeline',
      'omitted',
      'upToCommit',
      'upToBestCase',
      'openPipeline',
    ] as const
  ).map(of => ({ kind: 'forecast', period: of === 'closed' ? null : '2026-Q4', of, currency: 'EUR' })),
  slipped: [{ kind: 'slipped', period: '2026-11', currency: 'EUR' }],
  due: [
    { kind: 'due', is: 'inQuarter' },
    { kind: 'due', is: 'overdue' },
  ],
  withoutValue: [{ kind: 'withoutValue' }],
  pathUnknown: [{ kind: 'pathUnknown' }],
  stageNotKnown: [{ kind: 'stageNotKnown' }],
  undated: [{ kind: 'undated' }],
  misdated: [{ kind: 'misdated' }],
  inConflict: [{ kind: 'inConflict' }],
  leftOut: [{ kind: 'leftOut' }],
};

/** The same of what has changed. */
export const CHANGES_FIGURES: {
  readonly [kind in ChangesFigure['kind']]: readonly Extract<ChangesFigure, { kind: kind }>[];
} = {
  bridge: (['from', ...BRIDGE_PARTS, 'to'] as const).map(number => ({
    kind: 'bridge',
    number,
    currency: 'EUR',
  })),
  group: GROUPS_OF_CHANGES.map(group => ({ kind: 'group', group })),
  owner: (['from', 'to', 'won', 'lost', 'slipped'] as const).map(of => ({
    kind: 'owner',
    owner: of === 'to' ? null : 'dana',
    of,
  })),
  slips: SLIP_PERIODS.map(period => ({ kind: 'slips', period })),
  pace: PACE_PARTS.map(part => ({ kind: 'pace', quarter: '2026-Q4', part, currency: 'EUR' })),
};

/** One of each kind at least, and each name that it can have. */
export const FROM_PAGE: {
  readonly [type in FromPage['type']]: readonly Extract<FromPage, { type: type }>[];
} = {
  ready: [{ type: 'ready' }],
  choosePipeline: [{ type: 'choosePipeline', id: 'file:///deals' }],
  ask: [{ type: 'ask', asked: QUESTION }],
  showAsOf: [
    { type: 'showAsOf', day: date('2026-03-01') },
    { type: 'showAsOf', day: null },
  ],
  openFile: [{ type: 'openFile', path: 'acme.md' }],
  list: Object.values(FIGURES)
    .flat()
    .map(figure => ({ type: 'list', figure, words: 'Lost', beside: false })),
  seeChanges: [{ type: 'seeChanges', isSeen: true }],
  setSince: NAMED_POINTS.map(point => ({ type: 'setSince', point })),
  chooseSince: [{ type: 'chooseSince' }],
  listChanged: Object.values(CHANGES_FIGURES)
    .flat()
    .map(figure => ({ type: 'listChanged', figure, words: 'Won' })),
  openChange: [{ type: 'openChange', path: 'acme.md', isGone: false }],
  listFiles: [
    { type: 'listFiles', of: 'attention' },
    { type: 'listFiles', of: 'note' },
  ],
  act: (
    ['setNextStep', 'completeNextStep', 'logActivity', 'setCloseDate', 'setStage', 'holdUntil'] as const
  ).map(action => ({ type: 'act', action, path: 'acme.md' })),
  more: [{ type: 'more', path: 'acme.md' }],
  tick: [{ type: 'tick', path: 'acme.md', line: 24 }],
  fix: [{ type: 'fix', path: 'acme.md' }],
  readRest: [{ type: 'readRest' }],
  copy: [{ type: 'copy' }],
  save: (['csv', 'svg', 'png', 'html'] as const).map(format => ({
    type: 'save',
    format,
    content: '<svg/>',
  })),
  setCall: [{ type: 'setCall' }],
  createSample: [{ type: 'createSample' }],
  newDeal: [{ type: 'newDeal' }],
};

const DEAL = {
  ...{ path: 'acme.md', isGone: false, title: 'Acme', said: 'Proposal → Closing' },
  ...{ value: { amount: 12.5, currency: 'EUR' }, on: date('2026-11-25'), by: 'Dana' },
};
const DEALS = { count: 1, value: { EUR: 12.5 }, deals: [DEAL] };
const NUMBERS = { from: 10, new: 1, reopened: 0, won: -1, lost: 0, removed: 0, up: 2.5, down: 0 };
const MEAN = { count: 0.25, value: { EUR: 2.5 }, n: 1 };
const SUM = { count: 1, value: { EUR: 10 } };

/** All that the tab of changes can show, but for what stands there where nobody knows. */
export const CHANGES: ChangesSheet = {
  point: 'week',
  between: {
    kind: 'compared',
    since: 'Mon 23 Nov',
    notes: ['There is no git here.'],
    bridges: { EUR: { ...NUMBERS, recurrency: 0, unread: 0, to: 12.5 } },
    groups: [{ group: 'advanced', ...DEALS }],
    owners: [{ owner: 'dana', from: { EUR: 10 }, to: { EUR: 12.5 }, won: 1, lost: 0, slipped: 0 }],
  },
  slips: { quarter: { period: '2026-Q4', ...DEALS }, month: { period: '2026-11', ...DEALS } },
  pace: {
    day: 61,
    quarters: [{ quarter: '2026-Q4', day: date('2026-11-30'), won: SUM, open: SUM, inTheEnd: SUM }],
    usual: { won: MEAN, open: MEAN, inTheEnd: MEAN },
  },
};

/** What the page shows in the place of a sheet. */
export const CONTENTS: {
  readonly [kind in Exclude<FunnelContent['kind'], 'sheet'>]: Extract<FunnelContent, { kind: kind }>;
} = {
  noPipeline: { kind: 'noPipeline' },
  loading: { kind: 'loading', filesRead: 0 },
  unreadable: { kind: 'unreadable', reason: 'No such folder.' },
};

/** The same with one value in it, each in its turn, of a kind that nothing in our messages has. */
export function* spoilt(value: unknown): Iterable<unknown> {
  if (typeof value !== 'object' || value === null) {
    yield { something: 'else' };
    return;
  }
  yield 'something else';
  for (const [key, part] of Object.entries(value)) {
    for (const other of spoilt(part)) {
      yield Array.isArray(value) ? value.with(Number(key), other) : { ...value, [key]: other };
    }
  }
}
