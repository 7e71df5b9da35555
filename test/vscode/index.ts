import { print } from '../mocha/print';
import { runSuites } from '../mocha/run';

/** What VS Code calls with the extension host up: the entry of `extensionTestsPath`. */
export async function run(): Promise<void> {
  const { failures } = await runSuites(__dirname).catch(error => {
    print(error);
    throw error;
  });
  if (failures) throw new Error(`${failures} failed`);
}
