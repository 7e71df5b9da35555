import type { ComponentChildren } from 'preact';
import { useEffect, useMemo, useState } from 'preact/hooks';
import type { FunnelSheet } from '../../shared/funnelSheet';
import { SheetContext } from '../sheetContext';
import { Attention } from './Attention';
import { Filters } from './choose/Filters';
import { SideBySide } from './choose/SideBySide';
import { Deviations } from './consistency/Deviations';
import { Flows } from './consistency/Flows';
import { Variants } from './consistency/Variants';
import { Glossary } from './Defined';
import { Forecast } from './forecast/Forecast';
import { Leaks } from './funnel/Leaks';
import { OpenPipeline } from './funnel/OpenPipeline';
import { Reach } from './funnel/Reach';
import { Headline } from './headline/Headline';
import { Needs } from './need/Needs';
import { HoldsBack } from './push/HoldsBack';
import { WhatIf } from './push/WhatIf';
import { Question } from './Question';
import { Reconciliation } from './Reconciliation';
import { Time } from './time/Time';
import { Tip } from './Tip';
import { words } from '../words';

const { questions } = words.frame;

/** All figures of one pipeline on one sheet, from the whole to the single deal. */
export function Sheet({ sheet }: { sheet: FunnelSheet }) {
  const definitions = useMemo(() => words.definitions(sheet), [sheet]);
  return (
    <SheetContext.Provider value={sheet}>
      <Filters />
      <Headline />
      <SideBySide />
      <Question id="best" asks={questions.best}>
        <Reach />
        <Later>
          <Leaks />
          <Time />
        </Later>
      </Question>
      <Later>
        <Question id="consistent" asks={questions.consistent}>
          <Flows />
          <Variants />
          <Deviations />
        </Question>
        <Question id="push" asks={questions.push}>
          <HoldsBack />
          <WhatIf />
        </Question>
        <Question id="each" asks={questions.each}>
          <Needs />
          <OpenPipeline />
        </Question>
        <Question id="coming" asks={questions.coming}>
          <Forecast />
        </Question>
        <Question id="reconciliation" asks={questions.files}>
          <Attention />
        </Question>
        <Reconciliation />
        <Glossary definitions={definitions} />
        <Tip definitions={definitions} />
      </Later>
    </SheetContext.Provider>
  );
}

/** What is below the first screen is drawn when that is painted. */
function Later({ children }: { children: ComponentChildren }) {
  const [isPainted, setIsPainted] = useState(false);
  useEffect(() => setIsPainted(true), []);
  return isPainted ? <>{children}</> : null;
}
