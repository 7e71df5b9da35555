import { type Editor, type EditorOptions, startEditor } from './editor';

/** For use inside `describe`: one editor for all its tests, closed after them; of a test that fails a picture is kept. */
export function useEditor(options?: EditorOptions): () => Editor {
  let editor: Editor;
  before(async () => {
    editor = await startEditor(options);
  });
  afterEach(async function () {
    const test = this.currentTest;
    if (test?.state !== 'passed')
      await editor.screenshot(`failed ${test!.fullTitle().replace(/[^\w-]+/g, ' ')}`);
  });
  after(() => editor?.close());
  return () => editor;
}
