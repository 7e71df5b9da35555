import { env, l10n, window, type QuickPickItem } from 'vscode';
import { whoImports } from '../actions/imports/whoImports';
import type { ImportPlan } from '../actions/imports/planImport';
import type { Home } from '../actions/ports/homes';
import type { Workspace } from '../actions/workspace';
import { ownersOnce } from '../core/deal/whoIAm';
import { plainText, withoutIcons } from '../core/escape';
import type { TableOpen, LikelyStage } from '../core/intake/leftOpen';
import type { ClosedStage, MappingSaid } from '../core/intake/mapping';
import { isCurrencyCode } from '../core/money';
import { stageOf, type Process } from '../core/process/process';
import { STAGE_IDS } from '../core/process/stages';
import { CLOSED_DEALS, counted, DEALS, VALUES } from '../words/en/counted';
import { quoted } from '../words/en/said/quoted';
import { ask } from './ask';
import { askName } from './askName';

/** Asks what a table leaves open, each once; nothing where the person thinks better of the import. */
export async function askLeftOpen(
  workspace: Workspace,
  home: Home,
  { open }: Pick<ImportPlan, 'open'>,
): Promise<MappingSaid | undefined> {
  const { currency, owner, closedStage } = open;
  const said: { -readonly [Key in keyof MappingSaid]: MappingSaid[Key] } = {};
  if (currency) {
    const answer = await askCurrency(currency);
    if (answer === undefined) return undefined;
    said.currency = answer;
  }
  if (owner) {
    const answer = await askOwner(workspace, home, owner.deals);
    if (answer === undefined) return undefined;
    said.owner = answer;
  }
  if (closedStage) {
    const answer = await askClosedStage(closedStage, home.process);
    if (answer === undefined) return undefined;
    said.closedStage = answer;
  }
  return said;
}

const TITLE = l10n.t('Import Deals');

/** Those that are offered where a table has no sign at all. */
const USUAL = ['EUR', 'USD', 'GBP', 'CHF'];

async function askCurrency({
  values,
  sign,
  mayBe,
}: NonNullable<TableOpen['currency']>): Promise<string | null | undefined> {
  const names = new Intl.DisplayNames(env.language, { type: 'currency' });
  const codes = mayBe.length ? mayBe : USUAL;
  const none = { label: l10n.t('Without a currency'), code: null };
  const other = { label: l10n.t('Another currency…'), code: undefined };
  const rows = [
    none,
    ...codes.map(code => ({ label: code, description: names.of(code) ?? '', code })),
    other,
  ];
  const picked = await window.showQuickPick(rows, {
    title: TITLE,
    placeHolder:
      sign === undefined
        ? l10n.t('{0} without a currency. In which one?', counted(values, VALUES))
        : l10n.t('{0} with the sign {1}. In which currency?', counted(values, VALUES), quoted(sign, 10)),
    matchOnDescription: true,
    ignoreFocusOut: true,
  });
  if (picked !== other) return picked?.code;
  const hint = l10n.t('Enter three letters, such as “SEK”.');
  const read = (typed: string) => {
    const code = typed.trim().toUpperCase();
    return isCurrencyCode(code) ? code : undefined;
  };
  return (await ask({ title: TITLE, prompt: l10n.t('In which currency?'), hint, read })) || undefined;
}

async function askOwner(workspace: Workspace, home: Home, deals: number): Promise<string | null | undefined> {
  const { me, owners } = await whoImports(workspace, home);
  const others = ownersOnce(owners).filter(one => one !== me);
  const name = await askName([...(me === undefined ? [] : [me]), ...others], {
    title: TITLE,
    prompt: l10n.t('This table names no owners. Who owns the {0}?', counted(deals, DEALS)),
    ifEmpty: l10n.t('Nobody'),
    hint: l10n.t('Enter a name as deals have it in “owner”.'),
    other: l10n.t('Someone else…'),
    notes: me === undefined ? {} : { [me]: l10n.t('me') },
  });
  return name === '' ? null : name;
}

async function askClosedStage(
  { deals, likely }: NonNullable<TableOpen['closedStage']>,
  process: Process,
): Promise<ClosedStage | undefined> {
  const label = (stage: (typeof STAGE_IDS)[number]) =>
    withoutIcons(plainText(stageOf(process, stage).label, 60));
  const others = STAGE_IDS.toReversed().filter(stage => stage !== likely?.stage);
  const rows: readonly (QuickPickItem & { readonly closed: ClosedStage })[] = [
    { label: l10n.t('Stage unknown'), description: l10n.t('you can set it later'), closed: 'unknown' },
    ...(likely ? [{ label: label(likely.stage), description: whyLikely(likely), closed: likely.stage }] : []),
    ...others.map(stage => ({ label: label(stage), closed: stage })),
    { label: l10n.t('Leave them out'), closed: 'leave-out' },
  ];
  const picked = await window.showQuickPick(rows, {
    title: TITLE,
    placeHolder: l10n.t('Which stage did {0} end in? The table doesn’t say.', counted(deals, CLOSED_DEALS)),
    ignoreFocusOut: true,
  });
  return picked?.closed;
}

function whyLikely({ known }: LikelyStage): string {
  return known
    ? l10n.t('{0} of {1} whose last stage is known were closed here', known.deals, counted(known.of, DEALS))
    : l10n.t('the last stage of this table');
}
