import { DEFAULT_PROCESS, findStage, normaliseName, type Process } from '../process/process';
import { STAGE_IDS, stageIndex, type StageId } from '../process/stages';
import { foldName } from './heads';
import type { Layout } from './layouts/layout';
import { outcomeNamed } from './outcomeNamed';

/** What a stage of another system is here. */
export type StageMeant = StageId | 'won' | 'lost';

export interface MappedStage {
  /** As the file writes it. */
  readonly name: string;
  readonly is: StageMeant;
  /**
   * How it came about: the system's own list or the team's names say so, a word that is a stage in many teams, or nobody:
   * then it has a place between first and last by the order of first appearance.
   */
  readonly how: 'known' | 'word' | 'spread' | 'said';
}

/** Words that are stages in many teams. */
const WORDS: ReadonlyMap<string, StageId> = new Map(
  Object.entries({
    'lead-generation': 'new newlead inbound incoming target identified suspect suspects backlog',
    prospecting: [
      'contacted contactmade meetingbooked meetingset outreach engaged attempted attemptedtocontact connected firstcontact',
      'appointmentset appointmentscheduled',
    ].join(' '),
    qualification: 'qualified engaging screening qualifiedlead sql mql opportunity',
    'needs-analysis': [
      'discovery demo demoscheduled demodone demonstration meeting meetingscheduled presentation needsassessment evaluation',
      'scoping solutioning technicalevaluation trial pilot poc proofofconcept',
    ].join(' '),
    proposal:
      'quote quoted quotesent proposalsent proposalmade proposition pricing offer offersent angebot devis propuesta estimate bid',
    negotiation: 'negotiationreview negotiationsstarted procurement verhandlung negociation negociacion',
    closing:
      'verbal verbalagreement verbalcommit contract contractsent contractlegal legal legalreview commit committed signing pendingsignature',
  }).flatMap(([is, words]) => words.split(' ').map(word => [word, is as StageId] as const)),
);

/** What each of these names is here: none is left out, and unknown ones are spread in their order. */
export function mapStages(
  names: readonly string[],
  layout: Layout | undefined,
  process: Process,
): readonly MappedStage[] {
  const found = names.map(name => ({ name, ...meantBy(name, layout, process) }));
  const left = found.filter(({ is }) => !is);
  return found.map(({ name, is, how }) => {
    if (is) return { name, is, how: how! };
    const place = left.findIndex(one => one.name === name) + 1;
    const at = Math.round((8 * place) / (left.length + 1)) - 1;
    return { name, is: STAGE_IDS[Math.min(Math.max(at, 0), STAGE_IDS.length - 1)]!, how: 'spread' };
  });
}

function meantBy(
  name: string,
  layout: Layout | undefined,
  process: Process,
): { readonly is?: StageMeant; readonly how?: 'known' | 'word' } {
  const folded = foldName(name);
  const teams = findStage(process, name);
  const isTeams = teams && !DEFAULT_PROCESS.stageByName.has(normaliseName(name));
  if (isTeams) return { is: teams, how: 'known' };
  const vendors = layout?.stages?.find(({ names }) => names.includes(folded))?.is;
  const known = vendors ?? teams ?? findStage(process, name.replace(/[^\p{L}\p{N}\s&-]+/gu, ' '));
  if (known) return { is: known, how: 'known' };
  const outcome = outcomeNamed(name);
  if (outcome) return { is: outcome, how: 'known' };
  const word = WORDS.get(folded);
  return word ? { is: word, how: 'word' } : {};
}

/** These stages in the other system's order, as far as it is known; the others stand behind them. */
export function inTheirOrder(
  stages: readonly MappedStage[],
  layout: Layout | undefined,
): readonly MappedStage[] {
  const known = layout?.stages;
  if (!known) return stages;
  const placeOf = ({ name }: MappedStage) => {
    const at = known.findIndex(({ names }) => names.includes(foldName(name)));
    return at < 0 ? known.length : at;
  };
  return stages.toSorted((a, b) => placeOf(a) - placeOf(b));
}

/**
 * The first of these stages, in the other system's order, that is behind the one before it here. If that order is
 * unknown there is none: a table, and a mapping that was made of one, have the stages in the order in which the rows happen to stand.
 */
export function goesBackAt(
  stages: readonly MappedStage[],
  layout: Layout | undefined,
): { readonly before: MappedStage; readonly after: MappedStage } | undefined {
  const known = layout?.stages ?? [];
  const placeOf = ({ name }: MappedStage) => known.findIndex(({ names }) => names.includes(foldName(name)));
  const inOrder = stages.filter(stage => placeOf(stage) >= 0).sort((a, b) => placeOf(a) - placeOf(b));
  const open = inOrder.filter(({ is }) => is !== 'won' && is !== 'lost');
  for (const [at, after] of open.entries()) {
    const before = open[at - 1];
    if (before && stageIndex(after.is as StageId) < stageIndex(before.is as StageId))
      return { before, after };
  }
  return undefined;
}
