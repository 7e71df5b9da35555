import type { DefinitionEntry } from './definition';

export function needDefinitions(): DefinitionEntry[] {
  return [
    [
      'inNeed',
      {
        term: 'Deals that need something',
        text: 'Open deals that stay longer than the team’s limit, or longer than nine in ten stays there that have ended; that nobody has touched; that have no next step or an overdue one; whose close date has passed or was pushed; or whose exit criteria are open.',
        lines: ['Those in most need come first.'],
      },
    ],
  ];
}
