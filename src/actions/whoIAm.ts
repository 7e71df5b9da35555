import { ownerOf } from '../core/deal/whoIAm';
import type { Pipeline } from '../core/pipeline/pipeline';
import type { Address } from './address';
import type { Person } from './ports/person';
import type { Workspace } from './workspace';

/** The owner that the person who works here is in a pipeline; `undefined` where that isn't known. */
export async function whoIAm(
  person: Person,
  folder: Address,
  pipeline: Pipeline,
): Promise<string | undefined> {
  return ownerOf(await person.knownIn(folder), ownersIn(pipeline));
}

/** The owners of the deals of a pipeline, each as often as it is used. */
export function ownersIn(pipeline: Pipeline): string[] {
  return [...pipeline.deals()].flatMap(({ owner }) => owner ?? []);
}

/**
 * Who is to own a new deal that nobody is named for: who makes it, where that is known and the pipeline has owners; else the
 * one whom all its deals have.
 *
 * @param isAsked whether the team's template asks for an owner, whatever the deals have
 */
export async function ownerOfNew(
  { homes, person }: Pick<Workspace, 'homes' | 'person'>,
  folder: Address,
  isAsked = false,
): Promise<string | undefined> {
  // A folder that can't be listed is told of where the deal is written.
  const pipeline = await homes.open(folder).catch(() => undefined);
  if (!pipeline) return undefined;
  const owners = new Set([...pipeline.deals()].map(({ owner }) => owner));
  const isUsed = [...owners].some(owner => owner !== undefined);
  const me = isUsed || isAsked ? await whoIAm(person, folder, pipeline) : undefined;
  return me ?? (owners.size === 1 ? [...owners][0] : undefined);
}
