import { window, type InputBoxOptions, type InputBoxValidationMessage, type QuickPickItem } from 'vscode';

/** The person who types and picks: each answer is for the next box or list; `undefined` is Escape. */
export interface Typing {
  /** A text to type into a box, or the beginning of a label to pick from a list. */
  answer(...answers: (string | undefined)[]): void;
  /** What each box said of what was typed. */
  readonly understood: string[];
  /** The labels of each list. */
  readonly lists: string[][];
  /** The same with all that stands beside the labels. */
  readonly shown: QuickPickItem[][];
  /** What stood in each box at first. */
  readonly offered: string[];
}

/** Takes the place of the person for each test of a suite. Call it inside `describe`. */
export function typing(): Typing {
  const understood: string[] = [];
  const lists: string[][] = [];
  const shown: QuickPickItem[][] = [];
  const offered: string[] = [];
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
  const picked = async (items: readonly (string | QuickPickItem)[]) => {
    shown.push(items.map(item => (typeof item === 'string' ? { label: item } : item)));
    lists.push(shown.at(-1)!.map(({ label }) => label));
    const answer = answers.shift();
    const at = answer === undefined ? -1 : lists.at(-1)!.findIndex(label => label.includes(answer));
    return items[at];
  };
  const created = () => {
    const box = createQuickPick();
    let accept = () => {};
    let hide = () => {};
    const listener = (set: (run: () => void) => void) => (run: () => void) => {
      set(run);
      return { dispose: () => {} };
    };
    let active: readonly QuickPickItem[] = [];
    const show = () =>
      void picked(box.items).then(item => {
        active = item && typeof item !== 'string' ? [item] : [];
        (active.length ? accept : hide)();
      });
    Object.defineProperty(box, 'activeItems', { get: () => active });
    return Object.assign(box, {
      onDidAccept: listener(run => (accept = run)),
      onDidHide: listener(run => (hide = run)),
      show,
    });
  };
  beforeEach(() => {
    for (const list of [understood, lists, shown, offered]) list.length = 0;
    answers = [];
    Object.assign(window, { createQuickPick: created, showInputBox: typed, showQuickPick: picked });
  });
  afterEach(() => void Object.assign(window, { createQuickPick, showInputBox, showQuickPick }));
  return { answer: (...some) => void answers.push(...some), understood, lists, shown, offered };
}

function messageOf(said: string | InputBoxValidationMessage | null | undefined): string {
  return typeof said === 'string' ? said : (said?.message ?? '');
}
