import { statusesCalled } from '../deal/statusNames';
import type { Status } from '../process/outcome';
import { foldName } from './heads';
import { outcomeNamed } from './outcomeNamed';

/** Words for a deal that goes on, beside those that mean it here. */
const OPEN: ReadonlySet<string> = new Set(
  [
    'offen aktiv laufend inarbeit inbearbeitung ouvert ouverte encours actif active abierto abierta activo encurso avatud',
    'ausstehend enattente pendiente aperto aperta incorso aberto aberta open',
  ]
    .join(' ')
    .split(' '),
);

/** How a deal may stand by a word, whatever its pictures and language: `closed` is won or lost; none where the word doesn't say it. */
export function standingsNamed(name: string): readonly Status[] {
  const outcome = outcomeNamed(name);
  if (outcome) return [outcome];
  return OPEN.has(foldName(name)) ? ['open'] : statusesCalled(name.replace(/[^\p{L}\p{N}\s-]+/gu, ' '));
}
