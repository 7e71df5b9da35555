import { type Editor, type EditorOptions, startEditor } from './editor';
import { runCommand } from './palette';

/** The window of the suites that ran last, which those that come after in this process go on in if they want just such a one. */
let last: { readonly wanted: string; readonly editor: Editor } | undefined;

async function closeLast(): Promise<void> {
  const closing = last;
  last = undefined;
  await closing?.editor.close();
}

after(closeLast);

/**
 * For use inside `describe`: one editor for all its tests, with no file open, and the files as earlier suites in the same
 * window have left them; test/launch/windows.mjs says which those are. Of a test that fails a picture is kept.
 */
export function useEditor(options: EditorOptions = {}): () => Editor {
  let editor: Editor;
  before(async () => {
    const wanted = JSON.stringify(options);
    if (last?.wanted === wanted) {
      await runCommand(last.editor.page, 'View: Close All Editors');
      await runCommand(last.editor.page, 'Notifications: Clear All Notifications');
    } else {
      await closeLast();
      last = { wanted, editor: await startEditor(options) };
    }
    editor = last!.editor;
  });
  afterEach(async function () {
    const test = this.currentTest;
    if (test?.state !== 'passed')
      await editor.screenshot(`failed ${test!.fullTitle().replace(/[^\w-]+/g, ' ')}`);
  });
  return () => editor;
}
