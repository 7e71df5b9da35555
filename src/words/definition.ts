import type { BridgeNumber } from '../core/changes/bridge';
import type { GroupOfChanges } from '../core/changes/groups';
import type { PacePart } from '../core/metrics/pace';
import type { ForecastSum } from '../core/metrics/figure';
import type { Report } from '../core/metrics/report';
import type { StageId } from '../core/process/stages';

/** What a figure means, in words. */
export interface Definition {
  readonly term: string;
  readonly text: string;
  /** Further lines: what it is made of here. */
  readonly lines?: readonly string[];
}

export type Definitions = ReadonlyMap<string, Definition>;
export type DefinitionEntry = readonly [key: string, definition: Definition];

/** The figures that the definitions are about, with the team's own names. */
export interface Defined {
  readonly report: Report;
  /** The seven, in order. */
  readonly stages: readonly DefinedStage[];
  /** Below this many cases a rate is shown as "too few". */
  readonly minSample: number;
}

export interface DefinedStage {
  readonly stage: StageId;
  readonly label: string;
  readonly purpose: string;
  /** Days. */
  readonly stalledAfter: number;
}

/* The keys of the definitions that there are several of. */
export const stageKey = (stage: StageId) => `stage-${stage}`;
export const stayKey = (stage: StageId) => `stay-${stage}`;
export const forecastKey = (of: ForecastSum | 'slipped') => `forecast-${of}`;
export const bridgeKey = (number: BridgeNumber) => `bridge-${number}`;
export const groupKey = (group: GroupOfChanges) => `changed-${group}`;
export const paceKey = (part: PacePart) => `pace-${part}`;
