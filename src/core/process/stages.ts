/** The seven stages of the sales process, in order. They and their order are fixed; teams may rename them. */
export const STAGES = [
  {
    id: 'lead-generation',
    label: 'Lead generation',
    purpose: 'Find people and companies to contact about a sale.',
    probability: 5,
    forecast: 'pipeline',
    aliases: ['lead', 'leads', 'lead-gen'],
  },
  {
    id: 'prospecting',
    label: 'Prospecting',
    purpose: 'Start a sales conversation with them.',
    probability: 10,
    forecast: 'pipeline',
    aliases: ['prospect', 'prospects'],
  },
  {
    id: 'qualification',
    label: 'Qualification',
    purpose: 'Make sure that both sides can do their part in a deal.',
    probability: 20,
    forecast: 'pipeline',
    aliases: ['qualify', 'qualifying'],
  },
  {
    id: 'needs-analysis',
    label: 'Needs analysis',
    purpose: 'Find out what the product could improve for the buyer.',
    probability: 30,
    forecast: 'pipeline',
    aliases: ['needs', 'discovery'],
  },
  {
    id: 'proposal',
    label: 'Proposal',
    purpose: 'Suggest a solution based on the needs analysis.',
    probability: 50,
    forecast: 'best_case',
    aliases: ['proposals'],
  },
  {
    id: 'negotiation',
    label: 'Objections and negotiations',
    purpose: 'Answer questions and concerns about the proposal.',
    probability: 75,
    forecast: 'best_case',
    aliases: [
      'negotiations',
      'negotiating',
      'objections',
      'objections-negotiations',
      'objections-and-negotiation',
    ],
  },
  {
    id: 'closing',
    label: 'Closing',
    purpose: 'Agree on the final version of the proposal.',
    probability: 90,
    forecast: 'commit',
    aliases: ['close'],
  },
] as const;

export type StageId = (typeof STAGES)[number]['id'];

export const STAGE_IDS: readonly StageId[] = STAGES.map(stage => stage.id);

const indexOf = new Map<StageId, number>(STAGE_IDS.map((id, index) => [id, index]));

/** The one string of its name: strings that are the same to the computer are told apart several times as fast. */
export function asStageId(name: string): StageId | undefined {
  return STAGE_IDS[indexOf.get(name as StageId) ?? -1];
}

export function isStageId(name: string): name is StageId {
  return indexOf.has(name as StageId);
}

/** The place of a stage in the process, 0 to 6. */
export function stageIndex(id: StageId): number {
  return indexOf.get(id)!;
}

/** The stage a step further (`+1`) or back (`-1`), if the process has one there. */
export function neighbour(id: StageId, by: 1 | -1): StageId | undefined {
  return STAGE_IDS[stageIndex(id) + by];
}
