import type { Language } from '../languages';
import { ACTIONS } from './actions';
import { DEAL } from './deal';
import { FIX } from './fix';
import { FILE } from './file';
import { FRONT_MATTER } from './frontMatter';
import { PROCESS } from './process';

/** All that rooms have to say; their keys differ. */
const ENGLISH = { ...FRONT_MATTER, ...PROCESS, ...DEAL, ...ACTIONS, ...FILE, ...FIX };

/** By the languages that we speak: one that lacks a sentence is an error of the compiler. */
export const SENTENCES: Readonly<Record<Language, typeof ENGLISH>> = { en: ENGLISH };
