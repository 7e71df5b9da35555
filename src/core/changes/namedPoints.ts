/** The points that are offered by name. Each is another one tomorrow. */
export const NAMED_POINTS = ['yesterday', 'week', 'month', 'quarter', 'HEAD'] as const;
export type NamedPoint = (typeof NAMED_POINTS)[number];
