/** How a deal stands, whatever its stage: a closed one keeps the stage that it closed in. */
export const STATUSES = ['open', 'won', 'lost'] as const;
export type Status = (typeof STATUSES)[number];
