import { ConfigurationTarget, workspace } from 'vscode';
import { print } from '../mocha/print';
import { runSuites } from '../mocha/run';

/** What VS Code calls with the extension host up: the entry of `extensionTestsPath`. */
export async function run(): Promise<void> {
  // In a browser it is on, and would save in the middle of a test on a slow machine.
  await workspace.getConfiguration('files').update('autoSave', 'off', ConfigurationTarget.Global);
  // What was done is read in messages.
  await workspace
    .getConfiguration('dealNotes')
    .update('messages', 'notification', ConfigurationTarget.Global);
  // All share one editor, which on a busy machine now and then loses a file event.
  const suites = process.env.DEAL_NOTES_TEST_SUITES;
  const { failures } = await runSuites(suites ? (JSON.parse(suites) as string[]) : [__dirname], {
    retries: 1,
  }).catch(error => {
    print(error);
    throw error;
  });
  if (failures) throw new Error(`${failures} failed`);
}
