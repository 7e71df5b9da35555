import { weekdayOf, type CalendarDate } from '../../core/calendar';
import type { BridgePart } from '../../core/changes/bridge';
import type { GroupOfChanges } from '../../core/changes/groups';
import type { PointSaid } from '../../core/changes/pointSaid';
import { englishCommit } from './commit';

export const GROUPS: Readonly<Record<GroupOfChanges, string>> = {
  new: 'New',
  advanced: 'Moved on',
  back: 'Moved back',
  won: 'Won',
  lost: 'Lost',
  open: 'Reopened',
  removed: 'Removed',
  up: 'Value up',
  down: 'Value down',
  currency: 'Currency changed',
  later: 'Close date pushed',
  sooner: 'Close date pulled in',
  close_date: 'Close date set or removed',
  owner: 'Owner changed',
  next_step: 'Next step',
};

export const PARTS: Readonly<Record<BridgePart, string>> = {
  new: 'New',
  reopened: 'Reopened',
  won: 'Won',
  lost: 'Lost',
  removed: 'Removed',
  up: 'Value up',
  down: 'Value down',
  recurrency: 'To or from another currency',
  unread: 'In files that can’t be read',
};

/** The words of what changed between two points, in English. */
export function englishBetween() {
  return {
    title: (from: PointSaid, to: PointSaid) =>
      to.kind === 'now'
        ? `What changed since ${since(from)}`
        : `What changed from ${since(from)} to ${point(to)}`,
    nothing: 'Nothing has changed.',
    groups: GROUPS,
    parts: PARTS,
    won: 'Won',
    lost: 'Lost',
    stageNotKnown: 'stage unknown',
    none: 'none',
    to: (from: string, to: string) => `${from} → ${to}`,
    slipped: (period: string) => `Slipped out of ${period}`,
    hasSlipped: 'slipped',
    /** Of a deal whose value was another one when it was won or lost, or before it was reopened. */
    corrected: (value: string) => `now ${value}`,
    owners: {
      title: 'By owner',
      owner: 'Owner',
      none: 'No owner',
      before: 'Open before',
      after: 'Open after',
      won: 'Won',
      lost: 'Lost',
      slipped: 'Slipped',
    },
    change: 'Change',
    deals: 'Deals',
    value: 'Value',
    open: 'Open pipeline',
    before: 'Before',
    after: 'After',
    more: (n: number) => `and ${n} more`,
    commit: englishCommit(),
    inTeams: (currency: string) => `≈ in ${currency}`,
    /** `the end of Sun 29 Nov (last commit Thu 12 Nov)` */
    withLastCommit: (point: string, day: string) => `${point} (last commit ${day})`,
    byHistories: (why: keyof typeof WHY, day: CalendarDate) =>
      `${WHY[why]}, so how deals stood on ${day} comes from their own history. Changes of value, owner and next step are missing, and so are deals that are gone.${why === 'shallow' ? ' Run git fetch --unshallow to have them.' : ''}`,
    outside: (n: number) =>
      n === 1
        ? '1 deal is left out: git doesn’t know its file here, as it is ignored or in a repository of its own, such as a submodule.'
        : `${n} deals are left out: git doesn’t know their files here, as they are ignored or in a repository of their own, such as a submodule.`,
    partial:
      'git has not downloaded the contents of versions in between (a partial clone), so who made each change is missing. Run git fetch --refetch, or clone without --filter.',
  };
}

const WHY = {
  noGit: 'There is no git here',
  untrusted: 'This workspace isn’t trusted, and git isn’t asked',
  noCommit: 'Nothing is committed here yet',
  shallow: 'git has only the latest commits here (a shallow clone)',
  later: 'All commits here are later',
};

function since(point_: PointSaid): string {
  return point_.kind === 'day' && point_.start !== undefined ? withWeekday(point_.start) : point(point_);
}

function point(said: PointSaid): string {
  switch (said.kind) {
    case 'now':
      return 'now';
    case 'staged':
      return 'what is staged';
    case 'commit':
      return `commit ${said.commit.id.slice(0, 8)} of ${said.commit.on}`;
    case 'day':
      return `the end of ${withWeekday(said.day)}`;
  }
}

const WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];

function withWeekday(day: CalendarDate): string {
  return `${WEEKDAYS[weekdayOf(day) - 1]!}, ${day}`;
}
