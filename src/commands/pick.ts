import { window, type QuickPickItem } from 'vscode';

export interface PickOptions<T> {
  readonly title: string;
  readonly placeHolder: string;
  readonly matchOnDetail?: boolean;
  /** What Enter takes while nothing was typed; `undefined` where it is to take nothing. */
  readonly active: T | undefined;
}

/** One of some, where Enter on the first row may do damage: the row that is active at first is chosen with care, or none is. */
export function pickFrom<T extends QuickPickItem>(
  items: readonly T[],
  { title, placeHolder, matchOnDetail = false, active }: PickOptions<T>,
): Promise<T | undefined> {
  const box = window.createQuickPick<T>();
  Object.assign(box, { items, title, placeholder: placeHolder, matchOnDetail });
  return new Promise(resolve => {
    const end = (picked?: T) => {
      resolve(picked);
      box.dispose();
    };
    box.onDidAccept(() => {
      const [picked] = box.activeItems;
      if (picked) end(picked);
    });
    box.onDidHide(() => end());
    // In one message with the rows: a moment later it could take away the row that a fast typist has come to.
    box.activeItems = active ? [active] : [];
    box.show();
  });
}
