import {
  window,
  type InputBoxOptions,
  type InputBoxValidationMessage,
  type QuickPick,
  type QuickPickItem,
  type QuickPickOptions,
} from 'vscode';

/** The person who types and picks: each answer is for the next box or list; `undefined` is Escape. */
export interface Typing {
  /**
   * A text to type into a box, or a part of a label to pick from a list; several, with `|`, where several may be. What is in
   * no row of a list is typed, and picked where it makes a row.
   */
  answer(...answers: (string | undefined)[]): void;
  /** What each box said of what was typed. */
  readonly understood: string[];
  /** The labels of each list. */
  readonly lists: string[][];
  /** The same with all that stands beside the labels. */
  readonly shown: QuickPickItem[][];
  /** What each list said above its rows: its title, and what it asked. */
  readonly reasons: string[];
  /** What stood in each box at first. */
  readonly offered: string[];
}

/** Takes the place of the person for each test of a suite. Call it inside `describe`. */
export function typing(): Typing {
  const understood: string[] = [];
  const lists: string[][] = [];
  const shown: QuickPickItem[][] = [];
  const offered: string[] = [];
  const reasons: string[] = [];
  let answers: (string | undefined)[] = [];
  const { createQuickPick, showInputBox, showQuickPick } = window;
  const typed = async ({ value = '', validateInput }: InputBoxOptions) => {
    offered.push(value);
    const answer = answers.shift();
    const said = answer === undefined ? undefined : await validateInput?.(answer);
    understood.push(messageOf(said));
    // A box that says an error stays open; here the person gives up then.
    return typeof said === 'string' ? undefined : answer;
  };
  const picked = async (items: readonly (string | QuickPickItem)[], options?: QuickPickOptions) => {
    shown.push(items.map(item => (typeof item === 'string' ? { label: item } : item)));
    lists.push(shown.at(-1)!.map(({ label }) => label));
    const answer = answers.shift();
    if (options?.placeHolder) reasons.push(`${options.title}: ${options.placeHolder}`);
    if (options?.canPickMany) {
      const parts = answer?.split('|').filter(part => part);
      return parts && items.filter((_, index) => parts.some(part => lists.at(-1)![index]!.includes(part)));
    }
    const at = answer === undefined ? -1 : lists.at(-1)!.findIndex(label => label.includes(answer));
    return items[at];
  };
  const created = () =>
    listTakenBy(createQuickPick, async (items, type) => {
      const [wanted] = answers;
      const isThere = wanted === undefined || items.some(({ label }) => label.includes(wanted));
      const item = await picked(isThere ? items : type(wanted));
      return typeof item === 'string' || Array.isArray(item)
        ? undefined
        : (item as QuickPickItem | undefined);
    });
  beforeEach(() => {
    for (const list of [understood, lists, shown, offered, reasons]) list.length = 0;
    answers = [];
    Object.assign(window, { createQuickPick: created, showInputBox: typed, showQuickPick: picked });
  });
  afterEach(() => void Object.assign(window, { createQuickPick, showInputBox, showQuickPick }));
  return { answer: (...some) => void answers.push(...some), understood, lists, shown, offered, reasons };
}

/**
 * A list of the editor's own from which a person takes what `choose` answers with, or nothing, as soon as it is shown. They
 * may type, which answers with the rows that are there then.
 */
export function listTakenBy(
  createQuickPick: typeof window.createQuickPick,
  choose: (
    items: readonly QuickPickItem[],
    type: (text: string) => readonly QuickPickItem[],
  ) => Promise<QuickPickItem | undefined>,
): QuickPick<QuickPickItem> {
  const box = createQuickPick();
  let accept = () => {};
  let hide = () => {};
  let change = (_: string) => {};
  const listener =
    <T extends unknown[]>(set: (run: (...args: T) => void) => void) =>
    (run: (...args: T) => void) => {
      set(run);
      return { dispose: () => {} };
    };
  const type = (text: string) => {
    box.value = text;
    change(text);
    return box.items;
  };
  let active: readonly QuickPickItem[] = [];
  const show = () =>
    void choose(box.items, type).then(item => {
      active = item ? [item] : [];
      (item ? accept : hide)();
    });
  Object.defineProperty(box, 'activeItems', {
    get: () => active,
    set: (items: readonly QuickPickItem[]) => void (active = items),
  });
  return Object.assign(box, {
    onDidAccept: listener(run => (accept = run)),
    onDidHide: listener(run => (hide = run)),
    onDidChangeValue: listener<[string]>(run => (change = run)),
    show,
  });
}

function messageOf(said: string | InputBoxValidationMessage | null | undefined): string {
  return typeof said === 'string' ? said : (said?.message ?? '');
}
