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
import { PaperContext, WholeContext, type Whole, type Width } from './whole';

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
  const tabs = tabsOf(sheet);
  const { tab, choose } = useTab(goTo);
  const chosen = tabs.includes(tab) ? tab : tabs[0]!;
  const isLookedAt = chosen === 'changes';
  const { isWanted, isAwaited, haveAnswer } = useAnswer(isLookedAt || !tabs.includes('changes'), changed);
  useSeeingChanges(isLookedAt || isWanted);
  const { width, whole } = useWholeState(haveAnswer);
  const isWhole = width !== undefined;
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
          <PaperContext.Provider value={width === 'paper'}>
            <Panels tabs={tabs} chosen={chosen} isWhole={isWhole} />
          </PaperContext.Provider>
          <Reconciliation />
          <Glossary definitions={definitions} />
          <Tip definitions={definitions} />
          <p class="awaited" role="status">
            {isAwaited && words.frame.export.awaited}
          </p>
        </WholeContext.Provider>
      </ChangesContext.Provider>
    </SheetContext.Provider>
  );
}

/** The tab that was chosen last, on the page or by a command. */
function useTab(goTo: SheetProps['goTo']) {
  const [tab, setTab] = useState<Tab>(() => goTo?.tab ?? rememberedState().tab ?? 'today');
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
function useSeeingChanges(isSeen: boolean): void {
  useEffect(() => {
    if (!isSeen) return undefined;
    send({ type: 'seeChanges', isSeen: true });
    return () => send({ type: 'seeChanges', isSeen: false });
  }, [isSeen]);
}

/** What has changed takes a moment to find out where nobody has looked yet; a page for paper isn't held up longer than this. */
const PATIENCE_MS = 10_000;

/**
 * What has changed, for who does not look at it: asked for, and waited for.
 *
 * @param isThere nothing is to be waited for
 * @param changed the last answer
 */
function useAnswer(isThere: boolean, changed: ChangesMessage | undefined) {
  const [isWanted, want] = useState(false);
  const [isAwaited, setAwaited] = useState(false);
  const answered = useRef<() => void>(undefined);
  useEffect(() => answered.current?.(), [changed]);
  const haveAnswer = useCallback(async (): Promise<() => void> => {
    if (isThere) return () => undefined;
    let timer = 0;
    await new Promise<void>(resolve => {
      answered.current = resolve;
      timer = window.setTimeout(resolve, PATIENCE_MS);
      want(true);
      setAwaited(true);
    });
    clearTimeout(timer);
    setAwaited(false);
    answered.current = undefined;
    return () => want(false);
  }, [isThere]);
  return { isWanted, isAwaited, haveAnswer };
}

/** @param haveAnswer what paper has to wait for; answers with what ends that */
function useWholeState(haveAnswer: () => Promise<() => void>) {
  const [width, setWidth] = useState<Width>();
  const drawn = useRef<() => void>(undefined);
  // Drawings get their width after they are laid out, and are drawn with it before the frame after that.
  useEffect(() => {
    document.getElementById('page')!.classList.toggle('on-paper', width === 'paper');
    if (width) requestAnimationFrame(() => requestAnimationFrame(() => drawn.current?.()));
  }, [width]);
  const whole = useCallback<Whole>(
    async (action, wide) => {
      const end = wide === 'paper' ? await haveAnswer() : undefined;
      const isDrawn = new Promise<void>(resolve => (drawn.current = resolve));
      setWidth(wide);
      await isDrawn;
      try {
        return await action();
      } finally {
        setWidth(undefined);
        end?.();
      }
    },
    [haveAnswer],
  );
  return { width, whole };
}
