import { plainText } from '../../core/escape';
import type { FunnelSheet } from '../../shared/funnelSheet';
import { formatCount, plural } from '../format';
import { send } from '../host';

/** Files that could not be read as deals; a click opens each at the line that says why. */
export function Attention({ sheet: { attention, files } }: { sheet: FunnelSheet }) {
  const more = files.needsAttention - attention.length;
  return (
    <section aria-labelledby="attention-heading" class="attention">
      <h2 id="attention-heading">Needs attention</h2>
      {files.needsAttention === 0 ? (
        <p class="note">Every file could be read.</p>
      ) : (
        <p class="note">
          {plural(files.needsAttention, 'file is', 'files are')} in no figure above until mended.
        </p>
      )}
      <ul>
        {attention.map(({ path, reason, line }) => (
          <li key={path}>
            <button type="button" class="link" onClick={() => send({ type: 'openFile', path })}>
              {plainText(path)}
              <span class="line">, line {formatCount(line)}</span>
            </button>
            <p>{reason}</p>
          </li>
        ))}
      </ul>
      {more > 0 && <p class="note">and {formatCount(more)} more, all of them in the Pipeline view.</p>}
    </section>
  );
}
