import type { DefinitionEntry } from '../../../definition';

export function needDefinitions(): DefinitionEntry[] {
  return [
    [
      'inNeed',
      {
        term: 'Deals that need work',
        text: 'Open deals that are stalled, unusually long in their stage or idle, that have no next step or an overdue one, that are past their close date, or whose close date was pushed more than once. The most urgent come first.',
        lines: ['Open exit criteria and a single push are shown too, but don’t put a deal on this list.'],
      },
    ],
  ];
}
