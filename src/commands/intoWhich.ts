import type { Home } from '../actions/ports/homes';
import { plainText } from '../core/escape';
import { toAddress } from '../files/editor/addresses';
import type { Pipelines } from '../files/pipelines';

/** What the pipeline is called that an import goes into, where it could be another one: that of the file in front is not asked for. */
export function intoWhich({ folders }: Pick<Pipelines, 'folders'>, home: Home): string | undefined {
  if (folders.length < 2) return undefined;
  const into = folders.find(({ uri }) => toAddress(uri) === home.folder);
  return into && plainText(into.name, 60);
}
