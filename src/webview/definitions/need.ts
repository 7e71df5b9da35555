import type { DefinitionEntry } from './definition';

export function needDefinitions(): DefinitionEntry[] {
  return [
    [
      'inNeed',
      {
        term: 'Deals that need something',
        text: 'Open deals that stay longer than the team’s limit, or longer than nine in ten stays there that have ended; that nobody has touched; or that have no next step, an overdue one, or a close date that has passed.',
        lines: [
          'How often their close dates were pushed, and which exit criteria are open, is said beside that and brings no deal here by itself.',
          'Those in most need come first.',
        ],
      },
    ],
  ];
}
