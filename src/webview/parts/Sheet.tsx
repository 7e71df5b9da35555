import { useMemo } from 'preact/hooks';
import type { FunnelSheet } from '../../shared/funnelSheet';
import { definitionsOf } from '../definitions';
import { Attention } from './Attention';
import { Closed } from './Closed';
import { Glossary } from './Defined';
import { Reach } from './Reach';
import { Headline } from './Headline';
import { OpenPipeline } from './OpenPipeline';
import { Reconciliation } from './Reconciliation';
import { Tip } from './Tip';

/** All figures of one pipeline on one sheet. */
export function Sheet({ sheet }: { sheet: FunnelSheet }) {
  const definitions = useMemo(() => definitionsOf(sheet), [sheet]);
  return (
    <>
      <Headline sheet={sheet} />
      <Reach sheet={sheet} />
      <OpenPipeline sheet={sheet} />
      <div class="columns">
        <Closed sheet={sheet} />
        <Attention sheet={sheet} />
      </div>
      <Reconciliation sheet={sheet} />
      <Glossary definitions={definitions} />
      <Tip definitions={definitions} />
    </>
  );
}
