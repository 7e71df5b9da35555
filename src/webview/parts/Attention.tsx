import { plainText } from '../../core/escape';
import { formatCount, plural } from '../format';
import { send } from '../host';
import { useSheet } from '../sheetContext';
import { Answer } from './Question';

/** Files that could not be read as deals; a click opens each at the line that says why. */
export function Attention() {
  const { attention, report } = useSheet();
  const { files } = report;
  const more = files.needsAttention - attention.length;
  return (
    <Answer id="attention" title="Files that need attention">
      {files.needsAttention === 0 ? (
        <p class="note">Every file could be read.</p>
      ) : (
        <p class="note">
          {plural(files.needsAttention, 'file is', 'files are')} in no figure above until mended.
        </p>
      )}
      <ul class="attention">
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
    </Answer>
  );
}
