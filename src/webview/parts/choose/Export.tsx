import type { Format } from '../../../shared/fromPage';
import { funnelAsPng, funnelAsSvg, sheetAsMarkup } from '../../export/picture';
import { send } from '../../host';

/** The sheet for others: as text for a message, as numbers, as a picture, as a page to print. */
export function Export() {
  return (
    <details class="export">
      <summary>Export</summary>
      <div class="menu">
        <button type="button" class="link" onClick={() => send({ type: 'copy' })}>
          Copy as Markdown
        </button>
        <Save as="csv" content={() => ''}>
          Save as CSV
        </Save>
        <Save as="svg" content={funnelAsSvg}>
          Save the funnel as SVG
        </Save>
        <Save as="png" content={funnelAsPng}>
          Save the funnel as PNG
        </Save>
        <Save as="html" content={sheetAsMarkup}>
          Save as a page to print
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
