import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { type Page } from 'playwright-core';
import { launchChromeWithScripts } from '../../launch/chrome.mjs';
import { artifacts } from '../../launch/paths.mjs';
import { writeSettings } from '../../launch/settings.mjs';
import { drawn, undrawn } from '../../launch/undrawn.mjs';
import { freshCopy, temporaryFolder } from '../../launch/workspace.mjs';
import { runCommand } from './palette';
import { appears } from './until';

/** A real VS Code in a browser, with the packaged extension installed and a folder open. */
export interface Editor {
  page: Page;
  /** The open folder on disk: a copy made for this editor. */
  folder: string;
  /** "Reload Window". Not a reload of the page, before which VS Code would not keep what is open. */
  reload(): Promise<void>;
  /** Keeps a picture of the window as a test artefact; returns its path. */
  screenshot(name: string): Promise<string>;
  close(): Promise<void>;
}

export interface EditorOptions {
  /** The folder to open a copy of. */
  folder?: string;
  /** Instead of that the texts to open a folder of, by path. */
  files?: Readonly<Record<string, string>>;
  /** Whether that is opened, nothing, or each of its folders as one of the workspace. */
  opens?: 'folder' | 'nothing' | 'its folders';
  /** User settings on top of the calm ones. */
  settings?: Record<string, unknown>;
  /** Of the window, in pixels: as high as all rows of the sample need, unless it is to be a picture. */
  size?: { readonly width: number; readonly height: number };
  /** Whether it is drawn all the time, not only for a `screenshot`. */
  isDrawn?: boolean;
}

export async function startEditor(options: EditorOptions = {}): Promise<Editor> {
  const closing: (() => Promise<unknown>)[] = [];
  const close = async () => {
    for (const step of closing.splice(0).reverse()) await step();
  };
  try {
    return await open(options, closing, close);
  } catch (error) {
    await close();
    throw error;
  }
}

async function open(
  {
    folder: source,
    files,
    opens = 'folder',
    settings,
    size = { width: 1280, height: 1400 },
    isDrawn = false,
  }: EditorOptions,
  closing: (() => Promise<unknown>)[],
  close: () => Promise<void>,
): Promise<Editor> {
  const [authority, home] = [required('DEAL_NOTES_SERVER'), required('DEAL_NOTES_HOME')];
  const temporary = await temporaryFolder();
  closing.push(temporary.remove);
  const original = await folderToCopy({ ...(source && { folder: source }), ...(files && { files }) });
  const folder = await freshCopy(original.folder, join(temporary.folder, 'workspace'));
  await original.remove();
  // The server is the same for all; what is chosen in the window, as a theme, is kept there.
  await writeSettings(home, { 'dealNotes.messages': 'notification', ...settings });
  const browser = await launchChromeWithScripts(join(home, 'scripts'), size);
  closing.push(() => browser.close());
  const page = browser.pages()[0] ?? (await browser.newPage());
  // Left, not only closed: then the server ends the extension host too.
  closing.push(() => page.goto('about:blank'));
  // Shorter than mocha's limit for a test, so that a failure says what was waited for.
  page.setDefaultTimeout(20_000);
  if (!isDrawn) await page.addInitScript({ content: undrawn });
  const query = new URLSearchParams({ ...(opens === 'folder' && { folder }) });
  if (opens === 'its folders') query.set('workspace', await workspaceOf(folder));
  await page.goto(`http://${authority}/?${query}`, { timeout: 60_000 });
  await isOpen(page, opens);
  if (opens === 'its folders') await hasFolders(page);

  return {
    page,
    folder,
    close,
    async reload() {
      const loaded = page.waitForEvent('domcontentloaded', { timeout: 60_000 });
      await runCommand(page, 'Developer: Reload Window');
      await loaded;
      await isOpen(page, opens);
    },
    async screenshot(name) {
      const kept = join(artifacts, required('DEAL_NOTES_VSCODE'));
      await mkdir(kept, { recursive: true });
      const path = join(kept, `${name}.png`);
      await page.screenshot({ path, style: drawn });
      return path;
    },
  };
}

/** A folder with what the editor is to open a copy of, and what takes it away where it was made for this. */
export async function folderToCopy({
  folder = 'test/fixtures/workspace',
  files,
}: Pick<EditorOptions, 'folder' | 'files'>): Promise<{ folder: string; remove: () => Promise<void> }> {
  if (!files) return { folder, remove: () => Promise.resolve() };
  const made = await temporaryFolder();
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(join(made.folder, path)), { recursive: true });
    await writeFile(join(made.folder, path), text);
  }
  return made;
}

/**
 * VS Code in a browser now and then asks for the file of a workspace before it can read any, and shows a workspace
 * without folders until it is loaded again.
 */
async function hasFolders(page: Page): Promise<void> {
  const folder = page.locator('.explorer-folders-view .monaco-list-row');
  if (await appears(folder, 5000)) return;
  await page.reload();
  await isOpen(page, 'its folders');
  await folder.first().waitFor();
}

/** A workspace of several folders, in a file beside them. */
async function workspaceOf(folder: string): Promise<string> {
  const names = (await readdir(folder, { withFileTypes: true })).filter(item => item.isDirectory());
  const path = `${folder}.code-workspace`;
  await writeFile(path, JSON.stringify({ folders: names.map(({ name }) => ({ path: join(folder, name) })) }));
  return path;
}

async function isOpen(page: Page, opens: EditorOptions['opens']): Promise<void> {
  await page.locator('.monaco-workbench .part.statusbar').waitFor({ timeout: 60_000 });
  // Without a folder the side bar stays closed.
  if (opens !== 'nothing')
    await page.locator('.part.sidebar .composite.viewlet').waitFor({ timeout: 60_000 });
}

function required(name: string): string {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is not set: browser tests are started by \`npm test -- browser\`.`);
  return value;
}
