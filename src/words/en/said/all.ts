import { ACTIONS } from './actions';
import { CALLS } from './calls';
import { CAPTURE } from './capture';
import { DEAL } from './deal';
import { FIX } from './fix';
import { FILE } from './file';
import { FRONT_MATTER } from './frontMatter';
import { INTAKE } from './intake';
import { PROCESS } from './process';
import { REVIEW } from './review';

/** All that rooms have to say; their keys differ. */
export const ENGLISH = {
  ...FRONT_MATTER,
  ...PROCESS,
  ...DEAL,
  ...ACTIONS,
  ...FILE,
  ...FIX,
  ...CALLS,
  ...INTAKE,
  ...REVIEW,
  ...CAPTURE,
};
