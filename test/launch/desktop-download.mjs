// Downloads a desktop VS Code unless that is done already, and prints where its program is: `node desktop-download.mjs stable`.
import { downloadAndUnzipVSCode, SilentReporter } from '@vscode/test-electron';

try {
  const version = process.argv[2] ?? 'stable';
  console.log(await downloadAndUnzipVSCode({ version, reporter: new SilentReporter() }));
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
