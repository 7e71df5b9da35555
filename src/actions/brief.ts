import { briefOf, type Brief } from '../core/brief/brief';
import { dealOf } from '../core/deal/entry';
import { reportOn } from './report';
import type { OpenPipeline } from './findDeal';
import type { Clock } from './ports/clock';
import type { Git } from './ports/git';

/** What a brief takes besides the pipeline. */
export interface BriefPorts {
  readonly clock: Clock;
  readonly git: Pick<Git, 'factsOf'>;
}

/**
 * What somebody wants to know of a deal before a call; nothing where its file is no deal.
 *
 * @param path below the pipeline's folder
 * @param text of the file
 */
export async function briefOn(
  opened: OpenPipeline,
  ports: BriefPorts,
  path: string,
  text: string,
): Promise<Brief | undefined> {
  const { pipeline } = opened;
  // The figures tell why the deal is on the list of what to do, and ask git, which joins what it knows.
  const { today, asOf } = await reportOn(opened, ports, {});
  const deal = dealOf(pipeline.get(path));
  if (!deal) return undefined;
  const reasons = today.toDo.now.find(one => one.path === path)?.reasons ?? [];
  return briefOf({ deal, text, deals: pipeline.deals(), process: pipeline.process, asOf, reasons });
}
