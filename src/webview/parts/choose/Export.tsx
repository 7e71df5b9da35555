import type { Format } from '../../../shared/fromPage';
import { sheetAsMarkup } from '../../export/paper';
import { funnelAsPng, funnelAsSvg } from '../../export/picture';
import { send } from '../../host';
import { Menu } from '../Menu';
import { useWhole } from '../whole';
import { words } from '../../words';

const { export: said } = words.frame;

/** The sheet for others: as text for a message, as numbers, as a picture, as a page to print. */
export function Export() {
  return (
    <Menu class="export" summary={said.title}>
      {close => (
        <div class="menu" onClick={close}>
          <button type="button" class="link" onClick={() => send({ type: 'copy' })}>
            {said.markdown}
          </button>
          <Save as="csv" content={() => ''}>
            {said.csv}
          </Save>
          <Save as="svg" content={funnelAsSvg}>
            {said.svg}
          </Save>
          <Save as="png" content={funnelAsPng}>
            {said.png}
          </Save>
          <Save as="html" content={sheetAsMarkup}>
            {said.html}
          </Save>
        </div>
      )}
    </Menu>
  );
}

interface SaveProps {
  readonly as: Format;
  readonly content: () => string | undefined | Promise<string | undefined>;
  readonly children: string;
}

function Save({ as: format, content, children }: SaveProps) {
  const whole = useWhole();
  const save = async () => {
    const made = await whole(content, format === 'html' ? 'paper' : 'window');
    if (made !== undefined) send({ type: 'save', format, content: made });
  };
  return (
    <button type="button" class="link" onClick={() => void save()}>
      {children}
    </button>
  );
}
