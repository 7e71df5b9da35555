import type { Clock } from './ports/clock';
import type { Files } from './ports/files';
import type { Homes } from './ports/homes';
import type { Person } from './ports/person';

/** Where deals are worked on: all that an action needs to know and to change. Each way in makes one of its own. */
export interface Workspace {
  readonly files: Files;
  readonly homes: Homes;
  readonly clock: Clock;
  readonly person: Person;
}
