import { window, type QuickPickItem } from 'vscode';
import { showList } from './showList';

export interface PickOptions<T> {
  readonly title: string;
  readonly placeHolder: string;
  readonly matchOnDetail?: boolean;
  /** Whether the list stays where the person looks at something else meanwhile. */
  readonly ignoreFocusOut?: boolean;
  readonly items: readonly T[];
  /** The rows, where they depend on what was typed. */
  readonly rowsFor?: (typed: string) => readonly T[];
  /** What Enter takes while nothing was typed; `undefined` where it is to take nothing. */
  readonly active: T | undefined;
}

export interface PickedRow<T> {
  /** `undefined` if the person thinks better of it. */
  readonly picked: T | undefined;
  readonly typed: string;
}

/** One of some, where Enter on the first row may do damage: the row that is active at first is chosen with care, or none is. */
export function pickFrom<T extends QuickPickItem>({
  items,
  rowsFor,
  title,
  placeHolder,
  matchOnDetail = false,
  ignoreFocusOut = false,
  active,
}: PickOptions<T>): Promise<PickedRow<T>> {
  const box = window.createQuickPick<T>();
  // The editor would put the rows first that have what was typed at their beginning. It has a name for this, but no type.
  const how = { matchOnDetail, ignoreFocusOut, sortByLabel: !rowsFor };
  Object.assign(box, { items, title, placeholder: placeHolder, ...how });
  return new Promise(resolve => {
    const end = (picked?: T) => {
      resolve({ picked, typed: box.value });
      box.dispose();
    };
    box.onDidAccept(() => {
      const [picked] = box.activeItems;
      if (picked) end(picked);
    });
    // In one message with the rows: a moment later it could take away the row that a fast typist has come to.
    const activate = () => (box.activeItems = active ? [active] : []);
    if (rowsFor)
      box.onDidChangeValue(typed => {
        box.items = rowsFor(typed);
        if (!typed) activate();
      });
    activate();
    showList(box, () => end());
  });
}
