import { addressIn, type Address } from '../../actions/address';
import type { Home, Homes } from '../../actions/ports/homes';
import type { Pipeline } from '../../core/pipeline/pipeline';
import type { PipelineFolder } from '../pipelineFolder';
import type { Pipelines } from '../pipelines';
import { toAddress, toUri } from './addresses';

/** The pipelines of the workspace, which are read and kept up to date for the views anyway. */
export class OpenHomes implements Homes {
  constructor(private readonly pipelines: Pipelines) {}

  async homeOf(file: Address): Promise<Home | undefined> {
    const folder = this.pipelines.folderOf(toUri(file));
    return folder && homeAt(folder);
  }

  async open(folder: Address): Promise<Pipeline> {
    const found = this.pipelines.folderOf(toUri(addressIn(folder, '_')));
    if (!found || toAddress(found.uri) !== folder) throw new Error(`There is no pipeline in ${folder}.`);
    return found.pipeline;
  }
}

/** A pipeline of the workspace as an action knows it. */
export function homeAt({ uri, pipeline }: PipelineFolder): Home {
  return { folder: toAddress(uri), process: pipeline.process };
}
