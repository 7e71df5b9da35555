import type { ProcessSays } from '../../core/process/say';
import type { Sentences } from './sentences';

export const PROCESS: Sentences<ProcessSays> = {
  processNotRead: ({ why, kept }, within) =>
    `${within(why)} ${kept === 'builtIn' ? 'The built-in process is used' : 'The previous settings stay in effect'} until this is fixed.`,
};
