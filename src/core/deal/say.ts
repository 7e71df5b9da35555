import { sayer, type Says } from '../says';

/** What is said of deals: what is wrong with one, and why something is not done with it. */
export interface DealSays {
  templateUnusable: { template: string; why: Says };
}

export const say = sayer<DealSays>();
