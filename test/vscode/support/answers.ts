import { window } from 'vscode';

type Ask = 'showInformationMessage' | 'showWarningMessage';

/** What the editor has said in messages while a test ran, and what a person answers to them. */
export interface Messages {
  readonly said: string[];
  /** The button that is pressed the next time that a message has it; each is pressed once. */
  press(button: string): void;
}

/** Takes the place of the person who reads messages, for each test of a suite. Call it inside `describe`. */
export function messages(): Messages {
  const said: string[] = [];
  let buttons: string[] = [];
  const originals = new Map<Ask, unknown>();
  const asks: readonly Ask[] = ['showInformationMessage', 'showWarningMessage'];
  beforeEach(() => {
    said.length = 0;
    buttons = [];
    for (const ask of asks) {
      originals.set(ask, window[ask]);
      const answer = (message: string, ...offered: unknown[]) => {
        said.push(message);
        const at = buttons.findIndex(button => offered.includes(button));
        return Promise.resolve(at < 0 ? undefined : buttons.splice(at, 1)[0]);
      };
      Object.assign(window, { [ask]: answer });
    }
  });
  afterEach(() => {
    for (const [ask, original] of originals) Object.assign(window, { [ask]: original });
  });
  return { said, press: button => void buttons.push(button) };
}
