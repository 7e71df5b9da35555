import { withPlaces } from '../../frontMatter/places';
import type { Problem } from '../../problem';
import type { Process } from '../../process/process';

/** The key that makes a file a deal: what is missing in it is told there. */
export const DEAL_KEY = 'stage';

/** The problems of a deal's text with the places of those that have none yet. */
export function placed(text: string, problems: readonly Problem[], { fields }: Process): readonly Problem[] {
  return withPlaces(text, problems, fields, DEAL_KEY);
}
