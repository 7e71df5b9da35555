import type { PlainSays } from '../../core/says';
import { ACTIONS } from './actions';
import { DEAL } from './deal';
import { FRONT_MATTER } from './frontMatter';
import { PROCESS } from './process';
import type { Sentences } from './sentences';

const PLAIN: Sentences<PlainSays> = { text: ({ text }) => text };

/** All that rooms have to say; their keys differ. */
export const SENTENCES = { ...PLAIN, ...FRONT_MATTER, ...PROCESS, ...DEAL, ...ACTIONS };
