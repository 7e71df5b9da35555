import { useCallback, useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { FunnelSheet } from '../../shared/funnelSheet';
import type { Tab } from '../../shared/tabs';
import type { ChangesMessage } from '../../shared/toPage';
import { ChangesContext } from '../changesContext';
import { rememberedState, rememberState, send } from '../host';
import { SheetContext } from '../sheetContext';
import { words } from '../words';
import { SideBySide } from './choose/SideBySide';
import { Glossary } from './Defined';
import { Patterns } from './forecast/Patterns';
import { Head, type HeadProps } from './Head';
import { Reconciliation } from './Reconciliation';
import { tabsOf } from './tabs/available';
import { Panels } from './Panels';
import { Tip } from './Tip';
import { WholeContext, type Whole, type Width } from './whole';

interface SheetProps extends Pick<HeadProps, 'pipeline'> {
  readonly sheet: FunnelSheet;
  /** Where a command leads; another object each time. */
  readonly goTo: { readonly tab: Tab } | undefined;
  /** The last that is known of what has changed in this pipeline. */
  readonly changed: ChangesMessage | undefined;
}

/** All figures of one pipeline, one question a tab, below a head that stays. */
export function Sheet({ sheet, pipeline, goTo, changed }: SheetProps) {
  const definitions = useMemo(() => words.definitions(sheet), [sheet]);
  const { isWhole, whole } = useWholeState();
  const tabs = tabsOf(sheet);
  const { tab, choose } = useTab(goTo);
  const chosen = tabs.includes(tab) ? tab : tabs[0]!;
  useSeeingChanges(chosen);
  const changes = useMemo(() => {
    if (!changed) return undefined;
    const isOutdated = JSON.stringify(changed.asked) !== JSON.stringify(sheet.asked);
    return { changes: changed.changes, isOutdated };
  }, [changed, sheet]);
  return (
    <SheetContext.Provider value={sheet}>
      <ChangesContext.Provider value={changes}>
        <WholeContext.Provider value={whole}>
          <Head pipeline={pipeline} tabs={tabs} chosen={chosen} onChoose={choose} />
          <Patterns />
          <SideBySide />
          <Panels tabs={tabs} chosen={chosen} isWhole={isWhole} />
          <Reconciliation />
          <Glossary definitions={definitions} />
          <Tip definitions={definitions} />
        </WholeContext.Provider>
      </ChangesContext.Provider>
    </SheetContext.Provider>
  );
}

/** The tab that was chosen last, on the page or by a command. */
function useTab(goTo: SheetProps['goTo']) {
  const [tab, setTab] = useState<Tab>(() => rememberedState().tab ?? 'today');
  const choose = useCallback((to: Tab) => {
    rememberState({ tab: to });
    setTab(to);
    window.scrollTo(0, 0);
  }, []);
  useEffect(() => {
    if (goTo) choose(goTo.tab);
  }, [goTo, choose]);
  return { tab, choose };
}

/** What has changed is found out only while somebody looks at it. */
function useSeeingChanges(chosen: Tab): void {
  const isSeen = chosen === 'changes';
  useEffect(() => {
    if (!isSeen) return undefined;
    send({ type: 'seeChanges', isSeen: true });
    return () => send({ type: 'seeChanges', isSeen: false });
  }, [isSeen]);
}

function useWholeState() {
  const [width, setWidth] = useState<Width>();
  const isWhole = width !== undefined;
  const drawn = useRef<() => void>(undefined);
  // Drawings get their width after they are laid out, and are drawn with it before the frame after that.
  useEffect(() => {
    document.getElementById('page')!.classList.toggle('on-paper', width === 'paper');
    if (width) requestAnimationFrame(() => requestAnimationFrame(() => drawn.current?.()));
  }, [width]);
  const whole = useCallback<Whole>(async (action, wide) => {
    const isDrawn = new Promise<void>(resolve => (drawn.current = resolve));
    setWidth(wide);
    await isDrawn;
    try {
      return await action();
    } finally {
      setWidth(undefined);
    }
  }, []);
  return { isWhole, whole };
}
