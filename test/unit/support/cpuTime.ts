/** The milliseconds of processor time that `run` takes: how busy the machine is with other things plays no part. */
export function cpuTime(run: () => unknown): number {
  const before = process.cpuUsage();
  run();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}
