import { sayer, type Says } from '../core/says';

/** What actions have to say of what they did, or why they did not. */
export interface ActionSays {
  ownKeyOrMeant: { key: string; meant: string };
  linksNotChanged: { path: string; why: Says };
}

export const say = sayer<ActionSays>();
