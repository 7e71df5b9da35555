import { useEffect, useRef } from 'preact/hooks';
import type { Format } from '../../../shared/fromPage';
import { funnelAsPng, funnelAsSvg, sheetAsMarkup } from '../../export/picture';
import { send } from '../../host';
import { words } from '../../words';

const { export: said } = words.frame;

/** The sheet for others: as text for a message, as numbers, as a picture, as a page to print. */
export function Export() {
  const menu = useRef<HTMLDetailsElement>(null);
  const close = () => void (menu.current!.open = false);
  useEffect(() => {
    const closeFromOutside = ({ target }: Event) => {
      if (!menu.current!.contains(target as Node)) close();
    };
    document.addEventListener('pointerdown', closeFromOutside);
    return () => document.removeEventListener('pointerdown', closeFromOutside);
  }, []);
  const closeByKey = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || !menu.current!.open) return;
    event.preventDefault();
    close();
    menu.current!.querySelector('summary')!.focus();
  };
  const leave = ({ relatedTarget }: FocusEvent) => {
    if (relatedTarget && !menu.current!.contains(relatedTarget as Node)) close();
  };
  return (
    <details class="export" ref={menu} onKeyDown={closeByKey} onFocusOut={leave}>
      <summary>{said.title}</summary>
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
    </details>
  );
}

interface SaveProps {
  readonly as: Format;
  readonly content: () => string | undefined | Promise<string | undefined>;
  readonly children: string;
}

function Save({ as: format, content, children }: SaveProps) {
  const save = async () => {
    const made = await content();
    if (made !== undefined) send({ type: 'save', format, content: made });
  };
  return (
    <button type="button" class="link" onClick={() => void save()}>
      {children}
    </button>
  );
}
