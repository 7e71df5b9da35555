import { AlikeDeals } from '../core/deal/alikeDeals';
import { changeDeal, type Changed } from '../core/deal/changeDeal';
import { FreeNames } from '../core/deal/fileName';
import { asksFor, draftDeal, TEMPLATE_FILE, type NewDeal } from '../core/deal/newDeal';
import { isDealPath } from '../core/pipeline/paths';
import { addressIn, type Address } from './address';
import type { Files, Refused } from './ports/files';
import type { Home } from './ports/homes';

/** The file of a new deal, which nobody has written yet. */
export interface DealMade {
  readonly ok: true;
  readonly file: Address;
  readonly text: string;
  readonly plan: Omit<Changed, 'edited'>;
}

/**
 * Makes the files of new deals of a pipeline, from the team's template if there is one. Template and names are looked up once,
 * so that one after the other gets a name of its own.
 */
export class DealMaker {
  private readonly names: FreeNames;
  private readonly alike: AlikeDeals;

  private constructor(
    private readonly home: Home,
    private readonly templateFile: Address,
    private readonly template: string | undefined,
    names: Iterable<string>,
  ) {
    this.names = new FreeNames(names);
    this.alike = new AlikeDeals(home.process);
  }

  /** @param paths of files that are there in folders of the pipeline, where deals may get one there */
  static async in(files: Files, home: Home, paths: Iterable<string> = []): Promise<DealMaker | Refused> {
    const { folder } = home;
    const file = addressIn(folder, TEMPLATE_FILE);
    const template = (await files.exists(file)) ? await files.read(file) : undefined;
    if (template && 'problem' in template) return { file, problem: template.problem };
    return new DealMaker(home, file, template?.text, [...(await files.namesIn(folder)), ...paths]);
  }

  /** Whether the team's template has a placeholder. */
  asksFor(placeholder: string): boolean {
    return this.template !== undefined && asksFor(this.template, placeholder);
  }

  /** @param path the one that the file is to have, if it is free, and such as a deal may have */
  make(deal: NewDeal, path?: string): DealMade | Refused {
    const { home, template, templateFile } = this;
    const { folder, process } = home;
    const own =
      path !== undefined && isDealPath(path) ? this.names.takeName(path) : this.names.take(deal.title);
    const file = addressIn(folder, own);
    const text = template === undefined ? this.alike.textOf(deal) : undefined;
    if (text !== undefined)
      return { ok: true, file, text, plan: { ok: true, title: deal.title, warnings: [] } };
    const draft = draftDeal(deal, process, template);
    if (!draft.ok) return { file: templateFile, problem: draft.problem };
    const plan = changeDeal(own, draft.text, process, draft.change);
    if (!plan.ok) return { file: template === undefined ? file : templateFile, problem: plan.problem };
    const { edited, ...told } = plan;
    const warnings = [...draft.warnings, ...told.warnings];
    return { ok: true, file, text: edited.text, plan: { ...told, title: deal.title, warnings } };
  }
}
