import { ownName, type KeyNames } from '../frontMatter/keyNames';
import { partsOf } from './headParts';
import { historyRules } from './listRules';
import { inOneWriting } from './inOneWriting';
import { groupInConflict, type KeyVersions } from './mergeGroup';
import { keysInConflict, type MergedKey } from './mergedKey';
import { keyOfSide, mergeKey } from './mergeKey';
import { uniteList, writeList, type UnitedList } from './mergeList';
import { decide, endOf, isInSameOrder, movesAtEnd, standingOf, type Decision, type Standing } from './moves';
import { isSameData } from './pick';

const OUTCOME = ['status', 'lost_reason', 'lost_note', 'closed_on'];

/** Of lines those that others don't have, each as often: the same move may have been made twice on one day. */
function withoutEqual(lines: readonly unknown[], others: readonly unknown[]): readonly unknown[] {
  const left = others.map(line => JSON.stringify(line));
  return lines.filter(line => {
    const at = left.indexOf(JSON.stringify(line));
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
}

type MergeSide = 'ours' | 'theirs';
const SIDES = ['ours', 'theirs'] as const;

/** The keys that say where a deal stands, and its history, which tells how it came there: merged as one. */
export function mergeStanding(
  versions: KeyVersions,
  names: KeyNames,
): { readonly keys: ReadonlyMap<string, MergedKey>; readonly isDecidedByDay: boolean } {
  const named = inOneWriting(versions, [ownName(names, 'stage'), ownName(names, 'status')]);
  return new StandingMerge(named, names).merge();
}

class StandingMerge {
  private readonly stage: string;
  private readonly outcome: readonly string[];
  private readonly history: string;
  /** The history of both sides, if they can be united. */
  private readonly united: UnitedList | undefined;

  constructor(
    private readonly versions: KeyVersions,
    private readonly names: KeyNames,
  ) {
    this.stage = ownName(names, 'stage');
    this.outcome = OUTCOME.map(key => ownName(names, key));
    this.history = ownName(names, 'history');
    this.united = uniteList(partsOf(this.history, versions), historyRules());
  }

  merge(): { readonly keys: ReadonlyMap<string, MergedKey>; readonly isDecidedByDay: boolean } {
    const decision = this.decide();
    const merged = decision === 'conflict' ? undefined : this.asDecided(decision);
    if (merged && this.endsRight(merged)) return { keys: merged, isDecidedByDay: decision !== 'eachKey' };
    return { keys: this.told(), isDecidedByDay: false };
  }

  private value(version: keyof KeyVersions, key: string): unknown {
    return this.versions[version].get(key)?.value;
  }

  private linesOf(version: keyof KeyVersions): readonly unknown[] {
    const value = this.value(version, this.history);
    return Array.isArray(value) ? (value as unknown[]) : [];
  }

  private newLines(side: MergeSide): readonly unknown[] {
    return withoutEqual(this.linesOf(side), this.linesOf('base'));
  }

  private standing(version: keyof KeyVersions): Standing {
    return standingOf(this.value(version, this.stage), this.value(version, ownName(this.names, 'status')));
  }

  private decide(): Decision {
    const [base, ours, theirs] = [this.standing('base'), this.standing('ours'), this.standing('theirs')];
    const apart = groupInConflict(this.outcome, this.versions);
    const decision = decide({
      base,
      ours,
      theirs,
      history: this.united?.items ?? [],
      newLines: { ours: this.newLines('ours'), theirs: this.newLines('theirs') },
      isApart: apart.length > 0,
    });
    if (decision === 'conflict' || decision === 'eachKey') return decision;
    const loser = decision === 'ours' ? 'theirs' : 'ours';
    if (!apart.length) return this.wouldLoseNote(loser) ? 'conflict' : decision;
    // What the loser has written about the outcome by hand, no line of the history keeps.
    const isByHand =
      (loser === 'ours' ? ours : theirs).status === base.status ||
      apart.includes(ownName(this.names, 'lost_note'));
    return isByHand && this.hasChanged(loser, apart) ? 'conflict' : decision;
  }

  /** A deal that one side has closed with a note, and the other closed and opened again later: no line of the history keeps the note. */
  private wouldLoseNote(loser: MergeSide): boolean {
    const note = ownName(this.names, 'lost_note');
    return (
      this.movedBy(loser === 'ours' ? 'theirs' : 'ours').outcome &&
      this.value(loser, note) !== undefined &&
      this.hasChanged(loser, [note])
    );
  }

  private hasChanged(side: MergeSide, keys: readonly string[]): boolean {
    return keys.some(key => !isSameData(this.value(side, key), this.value('base', key)));
  }

  /** `undefined` where a comment of the other side would be lost. */
  private asDecided(decision: Exclude<Decision, 'conflict'>): ReadonlyMap<string, MergedKey> | undefined {
    const keys = [this.stage, ...this.outcome];
    const history = this.mergeHistory(decision === 'eachKey' ? undefined : decision);
    if (decision === 'eachKey') {
      const apart = groupInConflict(this.outcome, this.versions);
      const single = keys.filter(key => !apart.includes(key)).map(key => [key, this.mergeOne(key)] as const);
      const open = keysInConflict(apart, this.versions).map((merged, at) => [apart[at]!, merged] as const);
      return new Map([...single, ...open, [this.history, history]]);
    }
    const loser = decision === 'ours' ? 'theirs' : 'ours';
    const moved = this.movedBy(decision);
    const taken = keys.map(key => {
      const isMoved = key === this.stage ? moved.stage : moved.outcome;
      return [key, keyOfSide(key, this.versions, isMoved ? decision : loser)] as const;
    });
    const lost = taken.some(([, merged]) => merged === undefined);
    return lost
      ? undefined
      : new Map([...taken.map(([key, merged]) => [key, merged!] as const), [this.history, history]]);
  }

  /**
   * What a side has changed, be it there and back again. What the other one has changed alike is no move of its own: where git
   * has merged a part of both by lines, it stands on both sides.
   */
  private movedBy(side: MergeSide): { readonly stage: boolean; readonly outcome: boolean } {
    const other = side === 'ours' ? 'theirs' : 'ours';
    const own = movesAtEnd(this.united?.items ?? [], side);
    const { stage, status } = endOf(own.flatMap(one => ('item' in one ? [one.item.value] : [])));
    const hasChanged = (keys: readonly string[]) =>
      this.hasChanged(
        side,
        keys.filter(key => !isSameData(this.value(side, key), this.value(other, key))),
      );
    return {
      stage: stage !== undefined || hasChanged([this.stage]),
      outcome: status !== undefined || hasChanged(this.outcome),
    };
  }

  private mergeOne(key: string): MergedKey {
    return mergeKey(key, this.versions, historyRules());
  }

  /** On one day the lines of the side that counts stand last. */
  private mergeHistory(winner: MergeSide | undefined): MergedKey {
    const first = winner && (winner === 'ours' ? 'theirs' : 'ours');
    return mergeKey(this.history, this.versions, historyRules(first));
  }

  /** Whether the history leads to where the deal stands now, as far as it did so on both sides. */
  private endsRight(merged: ReadonlyMap<string, MergedKey>): boolean {
    const agreements = (history: unknown, standing: Standing) => {
      const end = endOf(Array.isArray(history) ? (history as unknown[]) : []);
      return [
        (end.stage ?? standing.stage) === standing.stage,
        (end.status ?? standing.status) === standing.status,
        !end.goesOnClosed,
      ];
    };
    const before = SIDES.map(side => agreements(this.linesOf(side), this.standing(side)));
    return SIDES.every(side => {
      const value = (key: string) => merged.get(key)?.[side];
      const standing = standingOf(value(this.stage), value(ownName(this.names, 'status')));
      const after = agreements(value(this.history), standing);
      return after.every((isRight, at) => isRight || before.some(was => !was[at]));
    });
  }

  /** Whether a side that is taken has its lines in the order in which it had them. */
  private isInOwnOrder(history: MergedKey): boolean {
    return SIDES.every(side => {
      const lines = history[side];
      return isInSameOrder(this.linesOf(side), Array.isArray(lines) ? (lines as unknown[]) : []);
    });
  }

  /** All that the sides say differently, and the moves that lead there. */
  private told(): ReadonlyMap<string, MergedKey> {
    const { united } = this;
    const keys = [this.stage, ...this.outcome];
    const apart = keys.filter(key => !isSameData(this.value('ours', key), this.value('theirs', key)));
    const open = keysInConflict(apart, this.versions).map((merged, at) => [apart[at]!, merged] as const);
    const same = keys.filter(key => !apart.includes(key)).map(key => [key, this.mergeOne(key)] as const);
    const moves = new Set(SIDES.flatMap(side => movesAtEnd(united?.items ?? [], side)));
    const history =
      united && moves.size ? writeList(this.history, united, moves) : this.mergeOne(this.history);
    const told = new Map([...open, ...same]);
    const whole = history && new Map([...told, [this.history, history] as const]);
    // The sides may have the same moves of one day in two orders: then no line of one can stand for both.
    if (whole && this.endsRight(whole) && this.isInOwnOrder(history)) return whole;
    return told.set(this.history, keysInConflict([this.history], this.versions)[0]!);
  }
}
