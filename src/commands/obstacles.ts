import { l10n, QuickPickItemKind, ThemeIcon, window, type QuickPickItem, type Uri } from 'vscode';
import { tryMove } from '../actions/moveDeals';
import type { Workspace } from '../actions/workspace';
import { checkOff } from '../core/deal/checkOff';
import type { Deal } from '../core/deal/deal';
import { dealOf } from '../core/deal/entry';
import { bothChanges, type FrontMatterChange } from '../core/frontMatter/edit/change';
import { isStep, wantedOf, type Obstacle } from '../core/deal/gate';
import { judgeMove, type Answer, type Held, type Wish } from '../core/deal/transition';
import { plainText, withoutIcons } from '../core/escape';
import { DEFAULT_PROCESS, stageOf } from '../core/process/process';
import { toAddress } from '../files/editor/addresses';
import type { Pipelines } from '../files/pipelines';
import { askCriteria } from './criteria';
import type { MeantDeals, Setting } from './fieldCommand';
import { askForField, fieldName } from './fillIn';
import { wantedInWords } from '../words/en/said/wanted';

/** A deal that something stands in the way of. */
interface HeldDeal {
  readonly uri: Uri;
  readonly deal: Deal;
  readonly obstacles: readonly Obstacle[];
}

/**
 * Asks about what stands in the way of moving deals: a person can fill it in, go on in spite of it where the team's rules
 * let them, or leave the deals where they are (`undefined`). Where nothing does, nothing is asked.
 */
export async function askAboutObstacles(
  pipelines: Pipelines,
  workspace: Workspace,
  uris: readonly Uri[],
  wish: Wish,
): Promise<Answer | undefined> {
  const [first] = uris;
  // Of one deal the text is asked, as it is now; of many what is known of them, and those that are other than that are told.
  if (first && uris.length === 1) return askAboutOne(pipelines, workspace, first, wish);
  return askAboutMany(
    uris.length,
    uris.flatMap(uri => judge(pipelines, uri, wish) ?? []),
  );
}

function judge(pipelines: Pipelines, uri: Uri, wish: Wish): HeldDeal | undefined {
  const folder = pipelines.folderOf(uri);
  const deal = dealOf(folder?.entryAt(uri));
  if (!folder || !deal) return undefined;
  const judged = judgeMove(deal, wish, folder.pipeline.process);
  return judged.ok && judged.obstacles.length ? { uri, deal, obstacles: judged.obstacles } : undefined;
}

/** What a person has filled in so far. */
interface Filling {
  readonly met: Set<string>;
  readonly settings: Setting[];
}

/** As often as something is left open: what is filled in stays, and when all is there, the deal moves. */
async function askAboutOne(
  pipelines: Pipelines,
  workspace: Workspace,
  uri: Uri,
  wish: Wish,
): Promise<Answer | undefined> {
  const filling: Filling = { met: new Set(), settings: [] };
  const tryIt = async () => {
    const answer = { fill: fillOf(filling) };
    const tried = await tryMove(workspace, toAddress(uri), { wish, answer });
    return { answer, held: 'obstacles' in tried ? tried : undefined };
  };
  const isStillOpen = async (field: string) =>
    (await tryIt()).held?.obstacles.some(one => one.kind === 'field' && one.field === field) ?? false;
  for (;;) {
    const { answer, held: still } = await tryIt();
    // Done, or impossible for another reason: either is told when it is tried in earnest.
    if (!still) return answer;
    const { deal, obstacles } = still;
    const asked: MeantDeals = { pipelines, title: titleOf(still, pipelines, uri), uris: [uri], only: deal };
    // Nothing that a person could fill in would change that: it is told at once.
    if (obstacles.some(one => isStep(one) && one.rule === 'block')) return answer;
    const canGoOn = obstacles.every(({ rule }) => rule === 'warn');
    const choice = await choose(asked.title, obstacles, canGoOn);
    if (!choice) return undefined;
    if (choice === 'go on') return { ...answer, despite: 'warnings' };
    if (choice === 'fill in') await fillIn(obstacles, filling, asked, isStillOpen);
    else if (choice.kind === 'criterion') filling.met.add(choice.criterion.id);
    else if (choice.kind === 'field') await fillInField(choice.field, filling, asked);
  }
}

type Choice = 'fill in' | 'go on' | Obstacle;

async function choose(
  title: string,
  obstacles: readonly Obstacle[],
  canGoOn: boolean,
): Promise<Choice | undefined> {
  const open = obstacles.filter(one => !isStep(one));
  const items: (QuickPickItem & { readonly choice?: Choice })[] = [
    ...(open.length
      ? [{ label: l10n.t('Complete Now…'), iconPath: new ThemeIcon('checklist'), choice: 'fill in' as const }]
      : []),
    ...(canGoOn
      ? [
          {
            label: l10n.t('Move Anyway'),
            iconPath: new ThemeIcon('arrow-right'),
            description: l10n.t('recorded in the history'),
            choice: 'go on' as const,
          },
        ]
      : []),
    ...(open.length ? [{ label: l10n.t('Still open'), kind: QuickPickItemKind.Separator }] : []),
    ...open.map(obstacle => ({ ...itemFor(obstacle), choice: obstacle })),
  ];
  const reason = inShort(obstacles);
  const placeHolder = canGoOn ? reason : l10n.t('Your team requires this first: {0}', reason);
  const picked = await window.showQuickPick(items, { title, placeHolder });
  return picked?.choice;
}

function itemFor(obstacle: Obstacle): QuickPickItem {
  return obstacle.kind === 'criterion'
    ? {
        label: withoutIcons(plainText(obstacle.criterion.text)),
        iconPath: new ThemeIcon('circle-large-outline'),
        description: l10n.t('check it off'),
      }
    : {
        label: withoutIcons(obstacle.kind === 'field' ? fieldName(obstacle.field) : ''),
        iconPath: new ThemeIcon('edit'),
        description: l10n.t('fill it in'),
      };
}

/** Thinking better of one question leaves what was answered before. One answer may fill in two fields. */
async function fillIn(
  obstacles: readonly Obstacle[],
  filling: Filling,
  asked: MeantDeals,
  isStillOpen: (field: string) => Promise<boolean>,
): Promise<void> {
  const criteria = obstacles.flatMap(one => (one.kind === 'criterion' ? one.criterion : []));
  const met = criteria.length ? await askCriteria(criteria, asked.title) : [];
  if (!met) return;
  for (const id of met) filling.met.add(id);
  for (const one of obstacles) {
    if (one.kind !== 'field' || !(await isStillOpen(one.field))) continue;
    if (!(await fillInField(one.field, filling, asked))) return;
  }
}

async function fillInField(field: string, { settings }: Filling, asked: MeantDeals): Promise<boolean> {
  const setting = await askForField(field, asked);
  if (setting) settings.push(setting);
  return setting !== undefined;
}

function fillOf({ met, settings }: Filling): Answer['fill'] {
  if (!met.size && !settings.length) return undefined;
  const wishes = new Map([...met].map(id => [id, true] as const));
  return (opened, text, process) => {
    const changes = [
      ...settings.map(({ change }) => change(opened, text, process)),
      checkOff(opened, text, process, wishes),
    ];
    return {
      frontMatter: changes.reduce<FrontMatterChange>(
        (all, { frontMatter = {} }) => bothChanges(all, frontMatter),
        {},
      ),
      body: changes.flatMap(({ body = [] }) => body),
    };
  };
}

function askAboutMany(count: number, held: readonly HeldDeal[]): Promise<Answer | undefined> {
  const warned = held.filter(({ obstacles }) => obstacles.every(({ rule }) => rule === 'warn'));
  // What is blocked is told with the reasons, and the others move.
  return warned.length ? askWhetherToGoOn(count, held, warned) : Promise.resolve({});
}

/** More than anybody reads before they answer; all of them are in the list of what became of each. */
const MOST_LISTED = 50;

async function askWhetherToGoOn(
  count: number,
  held: readonly HeldDeal[],
  warned: readonly HeldDeal[],
): Promise<Answer | undefined> {
  const free = count - held.length;
  const all = free + warned.length;
  const items: (QuickPickItem & { readonly answer?: Answer; readonly uri?: Uri })[] = [
    {
      label: l10n.t('Move All {0}', all),
      iconPath: new ThemeIcon('arrow-right'),
      description: l10n.t('what’s open is recorded in the history'),
      answer: { despite: 'warnings' },
    },
    ...(free
      ? [
          {
            label: l10n.t('Move Only the {0} That Are Ready', free),
            iconPath: new ThemeIcon('pass'),
            answer: {},
          },
        ]
      : []),
    { label: l10n.t('Still open'), kind: QuickPickItemKind.Separator },
    ...held.slice(0, MOST_LISTED).map(({ deal, obstacles, uri }) => ({
      label: withoutIcons(plainText(deal.title, 100)),
      detail: withoutIcons(
        [stepIn(obstacles), wantedInWords(wantedOf(obstacles))].filter(part => part).join('; '),
      ),
      uri,
    })),
  ];
  const picked = await window.showQuickPick(items, {
    title: l10n.t('{0} of {1} deals aren’t ready', held.length, count),
    placeHolder: l10n.t('Choose what to do, or pick a deal to open'),
  });
  if (picked?.uri) await window.showTextDocument(picked.uri);
  return picked?.answer;
}

function titleOf({ deal, to }: Held, pipelines: Pipelines, uri: Uri): string {
  const process = pipelines.folderOf(uri)?.pipeline.process ?? DEFAULT_PROCESS;
  const where = to.status === 'won' ? l10n.t('Won') : plainText(stageOf(process, to.stage).label, 60);
  return l10n.t('{0} → {1}', plainText(deal.title, 80), where);
}

/** `2 criteria not met · 1 field empty`: there is room for few words, and the rows below have them all. */
function inShort(obstacles: readonly Obstacle[]): string {
  const criteria = obstacles.filter(({ kind }) => kind === 'criterion').length;
  const fields = obstacles.filter(({ kind }) => kind === 'field').length;
  const parts = [
    stepIn(obstacles),
    criteria && (criteria === 1 ? l10n.t('1 criterion not met') : l10n.t('{0} criteria not met', criteria)),
    fields && (fields === 1 ? l10n.t('1 field empty') : l10n.t('{0} fields empty', fields)),
  ];
  return parts.filter(part => part).join(' · ');
}

function stepIn(obstacles: readonly Obstacle[]): string | undefined {
  if (obstacles.some(({ kind }) => kind === 'winEarly')) return l10n.t('wins before the last stage');
  if (obstacles.some(({ kind }) => kind === 'skip')) return l10n.t('skips a stage');
  return obstacles.some(({ kind }) => kind === 'back') ? l10n.t('moves back') : undefined;
}
