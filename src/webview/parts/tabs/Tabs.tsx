import type { Tab } from '../../../shared/tabs';
import { useRoving } from '../../useRoving';
import { words } from '../../words';

interface TabsProps {
  readonly tabs: readonly Tab[];
  readonly chosen: Tab;
  readonly onChoose: (tab: Tab) => void;
}

/** The names of the tabs: one stop of the Tab key, and the arrow keys go from one to the next. */
export function Tabs({ tabs, chosen, onChoose }: TabsProps) {
  const { onKeyDown } = useRoving(tabs.length, tabs.indexOf(chosen));
  return (
    <div class="tabs" role="tablist" aria-label={words.frame.tabList} onKeyDown={onKeyDown}>
      {tabs.map(tab => (
        <button
          key={tab}
          type="button"
          class="mark"
          role="tab"
          id={`tab-${tab}`}
          aria-controls={`panel-${tab}`}
          aria-selected={tab === chosen}
          tabIndex={tab === chosen ? 0 : -1}
          onClick={() => onChoose(tab)}
          onFocus={() => onChoose(tab)}
        >
          {words.frame.tabs[tab]}
        </button>
      ))}
    </div>
  );
}
