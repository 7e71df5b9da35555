import type { FunnelSheet } from '../shared/funnelSheet';

/** How many of the deals of which it is decided went on from a stage. */
export interface Conversion {
  readonly wentOn: number;
  /** Reached, less those that are pending. */
  readonly decided: number;
  readonly rate: number | null;
  readonly isTooFew: boolean;
}

/** One for each stage; the last is that from closing to won. */
export function conversionsOf({ stages, won, minSample }: FunnelSheet): Conversion[] {
  return stages.map(({ conversion, pending, reached }, k) => {
    const decided = reached - pending;
    return {
      wentOn: stages[k + 1]?.reached ?? won.count,
      decided,
      rate: conversion,
      isTooFew: decided > 0 && decided < minSample,
    };
  });
}
