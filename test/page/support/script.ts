/** Runs a script to its end, and ends the process by how it went: what it has opened would keep that alive. */
export function runScript(run: () => Promise<void>): void {
  run().then(
    () => process.exit(0),
    error => {
      console.error(error);
      process.exit(1);
    },
  );
}
