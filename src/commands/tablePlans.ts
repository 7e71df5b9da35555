import { l10n, ProgressLocation, window } from 'vscode';
import type { BesidePlan } from '../actions/imports/planBeside';
import type { TableRefusal } from '../actions/imports/mappingOfTable';
import type { ImportPlan } from '../actions/imports/planImport';
import { planTable } from '../actions/imports/planTable';
import type { ImportWishes } from '../actions/imports/sortedDeals';
import type { Home } from '../actions/ports/homes';
import type { ForeignTable } from '../actions/ports/tables';
import type { Workspace } from '../actions/workspace';
import { plainText } from '../core/escape';
import type { DayOrder } from '../core/intake/days';
import type { BesideSaid } from '../core/intake/beside/besideMapping';
import type { MappingSaid } from '../core/intake/mapping';
import type { IntakeSays } from '../core/intake/say';
import type { Refusal } from '../core/refusal';
import { quoted } from '../words/en/said/quoted';
import { askLacking } from './askLacking';
import { askLeftOpen } from './askLeftOpen';
import { reading } from './reading';

/** What becomes of a table, by all that the person has said of it so far; what is open they are asked, each once. */
export class TablePlans {
  private said: MappingSaid | BesideSaid | undefined;
  private wishes: ImportWishes = {};
  /** The person has said which column has what no heading tells. */
  private isNamed = false;

  constructor(
    private readonly workspace: Workspace,
    private readonly home: Home,
    private readonly table: ForeignTable,
    private readonly name: string,
  ) {}

  /** Nothing where the person thinks better of it. */
  async begun(): Promise<ImportPlan | BesidePlan | Refusal | undefined> {
    const first = await this.planned(undefined);
    if (!first?.ok || 'beside' in first) return first;
    if (!Object.keys(first.open).length) return this.isNamed ? { ...first, isMappingChanged: true } : first;
    const answers = await askLeftOpen(this.workspace, this.home, first);
    if (!answers) return undefined;
    const plan = await this.planned({ ...ofDeals(this.said), ...answers });
    return plan?.ok && !('beside' in plan) ? { ...plan, isMappingChanged: true } : plan;
  }

  /** The same by another mapping; what that leaves open is asked. A refusal, or nothing, says that all stays as it was. */
  async anew(mapping: MappingSaid): Promise<ImportPlan | Refusal | undefined> {
    const before = this.said;
    const plan = await this.planned(mapping);
    const answers = plan?.ok && !('beside' in plan) && (await askLeftOpen(this.workspace, this.home, plan));
    const last =
      answers && Object.keys(answers).length
        ? await this.planned({ ...ofDeals(this.said), ...answers })
        : plan;
    if (last?.ok && !('beside' in last) && answers) return { ...last, isMappingChanged: true };
    this.said = before;
    return last && !last.ok ? last : undefined;
  }

  /** The same plan with deals that are made only if that is wished. */
  async wishing(wish: ImportWishes, before: ImportPlan): Promise<ImportPlan | Refusal | undefined> {
    this.wishes = { ...this.wishes, ...wish };
    const plan = await this.planned(this.said);
    if (!plan?.ok) return plan;
    return 'beside' in plan
      ? undefined
      : { ...plan, ...(before.isMappingChanged && { isMappingChanged: true }) };
  }

  /** The same of a table that was exported beside deals. */
  async besideAnew(before: BesidePlan, said: BesideSaid): Promise<BesidePlan | Refusal | undefined> {
    const { kind, toKeep } = before;
    const dates = toKeep?.dates ?? this.said?.dates;
    const plan = await this.planned({ kind, ...(dates && { dates }), ...said });
    return plan?.ok && !('beside' in plan) ? undefined : plan;
  }

  /** Where a table can be understood in two ways, the person is asked which one is meant. */
  private async planned(
    said: MappingSaid | BesideSaid | undefined,
  ): Promise<ImportPlan | BesidePlan | TableRefusal | undefined> {
    const { workspace, home, table } = this;
    const progress = { location: ProgressLocation.Window, title: l10n.t('Reading {0}…', this.name) };
    for (this.said = said; ;) {
      const plan = await window.withProgress(progress, () =>
        reading(this.name, table, watched => planTable(workspace, home, watched, this.said, this.wishes)),
      );
      if (!plan || plan.ok) return plan;
      const named = await askLacking(this.name, plan, ofDeals(this.said)?.columns, home.process);
      if (named) {
        this.said = { ...ofDeals(this.said), ...named };
        this.isNamed = true;
        continue;
      }
      if (plan.problem.says.say === 'kindUnclear') {
        const kind = await askKind(this.name, plan.problem.says.args as IntakeSays['kindUnclear']);
        if (kind === undefined) return undefined;
        this.said = { ...this.said, kind };
        continue;
      }
      if (plan.problem.says.say !== 'daysUnclear') return plan;
      const { columns, examples } = plan.problem.says.args as IntakeSays['daysUnclear'];
      const order = await askDayOrder(columns[0]!, examples);
      if (!order) return undefined;
      const dates = this.said?.dates;
      this.said = {
        ...this.said,
        dates: new Map([...(typeof dates === 'object' ? dates : []), [columns[0]!, order]]),
      };
    }
  }
}

function ofDeals(said: MappingSaid | BesideSaid | undefined): MappingSaid | undefined {
  return said && 'what' in said ? undefined : said;
}

/** Asks whether a table with the ids of deals that are called otherwise here means these. */
async function askKind(name: string, { kind, free }: IntakeSays['kindUnclear']): Promise<string | undefined> {
  const rows = [
    { label: l10n.t('The same deals, with other titles'), description: l10n.t('updates them'), meant: kind },
    {
      label: l10n.t('Other deals'),
      description: l10n.t('imports them as “{0}”', plainText(free, 40)),
      meant: free,
    },
  ];
  const picked = await window.showQuickPick(rows, {
    title: l10n.t('Import {0}', name),
    placeHolder: l10n.t(
      'It has the ids of deals imported as “{0}”, but other titles. Which deals are these?',
      plainText(kind, 40),
    ),
    ignoreFocusOut: true,
  });
  return picked?.meant;
}

async function askDayOrder(column: string, examples: readonly string[]): Promise<DayOrder | undefined> {
  const inFile = examples.slice(0, 2).map(one => quoted(one, 30));
  const rows: readonly { readonly label: string; readonly dates: DayOrder }[] = [
    { label: l10n.t('The day first'), dates: 'dmy' },
    { label: l10n.t('The month first'), dates: 'mdy' },
  ];
  const picked = await window.showQuickPick(rows, {
    title: l10n.t('Import Deals: {0}', plainText(column, 30)),
    placeHolder: l10n.t('What comes first in days such as {0}?', inFile.join(', ')),
    ignoreFocusOut: true,
  });
  return picked?.dates;
}
