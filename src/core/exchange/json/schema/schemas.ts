import type { TSchema } from 'typebox';
import { additions } from './additions';
import { adopted } from './adopted';
import { between } from './between';
import { calls } from './calls';
import { changes, undo } from './changes';
import { check } from './check';
import { funnel } from './funnel';
import { imports } from './imports';
import { list } from './list';
import { moves } from './moves';
import { today } from './today';

/** The schemas of all that the command line prints as JSON, by the names of their files. */
export const SCHEMAS: Readonly<Record<string, TSchema>> = {
  ...{ list, funnel, check, today, between },
  ...{ moves, changes, undo, calls, imports, additions, adopted },
};
