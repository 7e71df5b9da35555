import type { FunnelSheet } from '../../shared/funnelSheet';
import { formatCount, formatDay, plural } from '../format';
import { Defined } from './Defined';

/** No file is dropped in silence: here they add up. */
export function Reconciliation({ sheet: { asOf, files } }: { sheet: FunnelSheet }) {
  const parts = [
    `${formatCount(files.open)} open`,
    `${formatCount(files.won)} won`,
    `${formatCount(files.lost)} lost`,
    `${formatCount(files.needsAttention)} ${files.needsAttention === 1 ? 'needs' : 'need'} attention`,
    plural(files.otherNotes, 'other note', 'other notes'),
  ];
  return (
    <footer>
      <p>
        <Defined by="files">{plural(files.total, 'file', 'files')}</Defined> = {parts.join(' + ')}
      </p>
      <p>As of {formatDay(asOf)}</p>
    </footer>
  );
}
