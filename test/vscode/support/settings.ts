import { ConfigurationTarget, workspace } from 'vscode';

/** Sets settings for one test: `withSettings({ 'files.eol': '\r\n' }, …)`; afterwards they are as before. */
export async function withSettings(
  settings: Readonly<Record<string, unknown>>,
  run: () => Promise<void>,
): Promise<void> {
  const set = async (name: string, value: unknown) => {
    await workspace.getConfiguration().update(name, value, ConfigurationTarget.Workspace);
  };
  try {
    for (const [name, value] of Object.entries(settings)) await set(name, value);
    await run();
  } finally {
    for (const name of Object.keys(settings)) await set(name, undefined);
  }
}
