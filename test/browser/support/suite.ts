import { makeAlike } from '../../launch/workspace.mjs';
import { type Editor, type EditorOptions, folderToCopy, startEditor } from './editor';
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
 * For use inside `describe`: one editor for all its tests, with no file open and the files of its own folder. Suites that go
 * on in one window, as test/launch/windows.mjs says, find its views and its theme as the one before has left them. Of a test
 * that fails a picture is kept.
 */
export function useEditor(options: EditorOptions = {}): () => Editor {
  let editor: Editor;
  before(async () => {
    // The files in it can be changed, what VS Code was opened with can't.
    const wanted = JSON.stringify({ ...options, folder: undefined, files: undefined });
    if (last?.wanted === wanted) {
      await runCommand(last.editor.page, 'View: Close All Editors');
      await runCommand(last.editor.page, 'Notifications: Clear All Notifications');
      const { folder, remove } = await folderToCopy(options);
      await makeAlike(last.editor.folder, folder);
      await remove();
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
