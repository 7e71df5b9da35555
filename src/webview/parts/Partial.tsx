import { send } from '../host';
import { words } from '../words';

const { partial } = words.frame;

interface PartialProps {
  readonly read: number;
  readonly of?: number | undefined;
}

/** Above figures that aren't of all files, as somebody has stopped the reading. */
export function Partial({ read, of }: PartialProps) {
  return (
    <p class="not-all" role="status">
      <span>{partial.some(read, of)}</span>
      <button type="button" onClick={() => send({ type: 'readRest' })}>
        {partial.readRest}
      </button>
    </p>
  );
}
