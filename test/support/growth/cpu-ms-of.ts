/** Returns the processor time that a piece of work takes, in milliseconds; other programs on the machine hardly change it. */
export function cpuMsOf(work: () => void): number {
  const started = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(started);
  return (user + system) / 1000;
}
