import type { DealSays } from '../../core/deal/say';
import type { Sentences } from './sentences';

export const DEAL: Sentences<DealSays> = {
  templateUnusable: ({ template, why }, within) => `The template ${template} can’t be used: ${within(why)}`,
};
