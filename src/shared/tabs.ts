/** The parts of the funnel page, in their order; each is an address of its own, kept with the window and linked from commands. */
export const TABS = ['today', 'changes', 'forecast', 'funnel', 'time', 'process', 'whatIf'] as const;
export type Tab = (typeof TABS)[number];
