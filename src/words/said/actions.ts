import type { ActionSays } from '../../actions/say';
import { named, quoted } from './quoted';
import type { Sentences } from './sentences';

export const ACTIONS: Sentences<ActionSays> = {
  ownKeyOrMeant: ({ key, meant }) => `${quoted(key)} is a new key. Did you mean ${quoted(meant)}?`,
  linksNotChanged: ({ path, why }, within) =>
    `The links in ${named(path, 200)} couldn’t be changed: ${within(why)}`,
};
