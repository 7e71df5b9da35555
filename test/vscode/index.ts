import { print } from '../mocha/print';
import { runSuites } from '../mocha/run';

/** What VS Code calls with the extension host up: the entry of `extensionTestsPath`. */
export async function run(): Promise<void> {
  try {
    const { failures } = await runSuites(__dirname);
    if (failures) throw new Error(`${failures} failed`);
  } catch (error) {
    print(error);
    throw error;
  }
}
