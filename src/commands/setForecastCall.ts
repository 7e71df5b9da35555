import { env, l10n, Uri, window } from 'vscode';
import { nameOf } from '../actions/address';
import { readCallAmount, setCall } from '../actions/setCall';
import { ownersIn, whoIAm } from '../actions/whoIAm';
import { TEAM, type Call } from '../core/calls/call';
import { CALLS_FILE } from '../core/calls/callsFileName';
import { quarterAfter } from '../core/calls/saidQuarter';
import { ownersOnce } from '../core/deal/whoIAm';
import { plainText, withoutIcons, withoutLinks } from '../core/escape';
import type { DealFilter } from '../core/filter/table';
import { quarterOf } from '../core/metrics/periods';
import { makeReport } from '../core/metrics/report';
import type { Money } from '../core/money';
import { moneyIn, type MoneyFormat } from '../core/moneyFormat';
import { searchable } from '../core/text/searchable';
import { toAddress } from '../files/editor/addresses';
import { homeAt } from '../files/editor/openHomes';
import type { PipelineFolder } from '../files/pipelineFolder';
import type { Pipelines } from '../files/pipelines';
import { sentenceOf } from '../words/sentence';
import { ask } from './ask';
import { askName } from './askName';
import type { Changes } from './changes';

/** How many quarters are offered: a call is for the one that is running, or for one soon. */
const QUARTERS = 4;

/**
 * Asks what an owner says a quarter will bring, beside what there is for it, and writes that as one line into `forecast.yaml`.
 *
 * @param args the pipeline's folder and the owner, where they are known
 */
export async function setForecastCall(
  pipelines: Pipelines,
  changes: Changes,
  [named, whose]: readonly unknown[],
): Promise<void> {
  if (!pipelines.folders.length) {
    void window.showInformationMessage(l10n.t('There is no pipeline in this window yet.'));
    return;
  }
  const folder = await folderMeant(pipelines, named);
  const owner = folder && (typeof whose === 'string' ? whose : await askOwner(changes, folder));
  if (!folder || !owner) return;
  const { pipeline } = folder;
  const { today } = pipelines;
  const format = moneyIn(pipeline.currencies, env.language);
  const filter: DealFilter = isTeam(owner) ? {} : { owner: [owner] };
  const standing = standingOf(folder, filter, today, format);
  const period = await askPeriod(quarterOf(today), standing);
  if (!period) return;
  const before = pipeline.calls.findLast(
    one => one.period === period && searchable(one.owner) === searchable(owner),
  );
  const money = await askAmount(folder, owner, standing(period), before?.money, format);
  if (!money) return;
  const call: Call = { owner, period, on: today, money };
  const set = await setCall(changes.workspace, homeAt(folder), call);
  if ('problem' in set) {
    const where = `${nameOf(set.file)}:${set.problem.line}`;
    void window.showWarningMessage(withoutLinks(`${where}: ${sentenceOf(set.problem)}`));
    return;
  }
  await folder.update([CALLS_FILE]);
  const said = l10n.t('{0}: {1} called for {2}', shown(owner), format.one(money), inWords(period));
  if (!set.units.length) {
    void window.showInformationMessage(withoutLinks(l10n.t('{0}, as before', said)));
    return;
  }
  const undo = changes.keep(CALLS_FILE, set.units);
  const takeBack = l10n.t('Undo');
  if ((await window.showInformationMessage(withoutLinks(said), takeBack)) !== takeBack) return;
  await undo();
  await folder.update([CALLS_FILE]);
}

async function folderMeant(
  { folders, inFront }: Pipelines,
  named: unknown,
): Promise<PipelineFolder | undefined> {
  const known =
    named instanceof Uri ? folders.find(({ uri }) => uri.toString() === named.toString()) : undefined;
  if (known ?? folders.length < 2) return known ?? folders[0];
  const items = folders.map(folder => ({ label: withoutIcons(plainText(folder.name, 100)), folder }));
  const { uri } = inFront;
  const active = items.findIndex(({ folder }) => uri && folder.pathOf(uri) !== undefined);
  const first = active > 0 ? [items[active]!, ...items.filter((_, at) => at !== active)] : items;
  return (await window.showQuickPick(first, { title: l10n.t('A Forecast Call in Which Pipeline?') }))?.folder;
}

/** Whoever looks comes first, and the team last. */
async function askOwner(
  { workspace }: Changes,
  { uri, pipeline }: PipelineFolder,
): Promise<string | undefined> {
  const me = await whoIAm(workspace.person, toAddress(uri), pipeline);
  const owners = ownersOnce(ownersIn(pipeline));
  const others = owners.filter(one => me === undefined || searchable(one) !== searchable(me));
  return askName([...(me === undefined ? [] : [me]), ...others, TEAM], {
    title: l10n.t('Set Forecast Call'),
    prompt: l10n.t('Whose call is it?'),
    hint: l10n.t('Enter a name.'),
    other: l10n.t('Someone else…'),
    current: me === undefined ? undefined : { name: me, note: l10n.t('you') },
  });
}

async function askPeriod(running: string, standing: (period: string) => string): Promise<string | undefined> {
  const periods = [running];
  while (periods.length < QUARTERS) periods.push(quarterAfter(periods.at(-1)!));
  const items = periods.map((period, at) => ({
    label: inWords(period),
    description: at === 0 ? l10n.t('this quarter') : at === 1 ? l10n.t('next quarter') : '',
    detail: standing(period),
    period,
  }));
  const title = l10n.t('Set Forecast Call');
  return (await window.showQuickPick(items, { title, placeHolder: l10n.t('For which quarter?') }))?.period;
}

async function askAmount(
  { pipeline: { process } }: PipelineFolder,
  owner: string,
  standing: string,
  before: Money | undefined,
  format: MoneyFormat,
): Promise<Money | undefined> {
  const now = before && l10n.t('the last call was {0}', format.one(before));
  const money = await ask<Money>({
    title: l10n.t('Forecast Call of {0}', shown(owner)),
    prompt: [l10n.t('What will the quarter bring, won deals included?'), standing, now]
      .filter(Boolean)
      .join(' · '),
    placeHolder: l10n.t('115k, 115 000 EUR, €115,000'),
    hint: l10n.t('Enter an amount for the quarter, such as “115k” or “115 000 EUR”.'),
    read: typed => {
      const read = readCallAmount(typed, process);
      return read.ok ? read.money : undefined;
    },
    told: one => format.one(one),
  });
  return money || undefined;
}

/** What there is for a quarter, in words: `won €48,000 · commit €20,000 · best case €7,000 · quota €120,000`. */
function standingOf(
  { pipeline }: PipelineFolder,
  filter: DealFilter,
  asOf: Pipelines['today'],
  format: MoneyFormat,
): (period: string) => string {
  const { process, files } = pipeline;
  const { forecast } = makeReport({ deals: pipeline.deals(), files, process, asOf, filter });
  return period => {
    const found = forecast.quarters.find(one => one.period === period);
    const sum = (of: 'closed' | 'commit' | 'best_case') => format.sums(found?.single[of].value ?? {}) || '0';
    const quota = found?.coverage?.quota;
    return [
      l10n.t('won {0}', sum('closed')),
      l10n.t('commit {0}', sum('commit')),
      l10n.t('best case {0}', sum('best_case')),
      ...(quota ? [l10n.t('quota {0}', format.one(quota))] : []),
    ].join(' · ');
  };
}

function isTeam(owner: string): boolean {
  return owner.trim().toLowerCase() === TEAM;
}

function shown(owner: string): string {
  return withoutIcons(plainText(owner, 60));
}

/** `Q4 2026` */
function inWords(period: string): string {
  return `${period.slice(5)} ${period.slice(0, 4)}`;
}
