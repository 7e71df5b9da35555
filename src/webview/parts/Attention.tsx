import { plainText } from '../../core/escape';
import { send } from '../host';
import { useSheet } from '../sheetContext';
import { Answer } from './Question';
import { words } from '../words';

const { attention: attentionWords } = words.frame;

/** Files that could not be read as deals; a click opens each at the line that says why. */
export function Attention() {
  const { attention, past, toFix } = useSheet();
  const more = toFix - attention.length;
  return (
    <Answer id="attention" title={attentionWords.title}>
      {toFix === 0 ? (
        <p class="note">{attentionWords.none}</p>
      ) : (
        <p class="note">{attentionWords.some(toFix)}</p>
      )}
      <ul class="attention">
        {attention.map(({ path, reason, line }) => (
          <li key={path}>
            <button type="button" class="link" onClick={() => send({ type: 'openFile', path })}>
              {plainText(path)}
              <span class="line">{attentionWords.line(line)}</span>
            </button>
            <p>
              {reason}{' '}
              {past === null && (
                <button
                  type="button"
                  class="link"
                  aria-label={attentionWords.fixOf(plainText(path))}
                  onClick={() => send({ type: 'fix', path })}
                >
                  {attentionWords.fix}
                </button>
              )}
            </p>
          </li>
        ))}
      </ul>
      {more > 0 && <p class="note">{attentionWords.more(more)}</p>}
    </Answer>
  );
}
