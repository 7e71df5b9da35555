import { type Editor, type EditorOptions, startEditor } from './editor';
import { keepFolder } from './keptFolder';

/**
 * For use inside `describe`: one editor for all its tests, closed after them; of a test that fails a picture is kept,
 * and its second try finds the files as the first did.
 */
export function useEditor(options?: EditorOptions): () => Editor {
  let editor: Editor;
  let tried = '';
  let files: Awaited<ReturnType<typeof keepFolder>>;
  before(async () => {
    editor = await startEditor(options);
  });
  beforeEach(async function () {
    const title = this.currentTest!.fullTitle();
    if (title === tried) {
      await files.putBack();
      // What the first try left open would take the keys of the second.
      await editor.page.keyboard.press('Escape');
    } else files = await keepFolder(editor.folder);
    tried = title;
  });
  afterEach(async function () {
    const test = this.currentTest;
    if (test?.state !== 'passed')
      await editor.screenshot(`failed ${test!.fullTitle().replace(/[^\w-]+/g, ' ')}`);
  });
  after(() => editor?.close());
  return () => editor;
}
