/** Signals this close together are one: with Ctrl-C the terminal and npm each send their own. */
const SAME_PRESS_MS = 700;

/**
 * Calls `stop` once when this process is asked to end (Ctrl-C, SIGTERM, its terminal closed, its starter killed) and ends it afterwards.
 * A second Ctrl-C calls `force` and ends it at once.
 */
export function stopOnSignal({ stop, force }: { stop: (reason: string) => Promise<void>; force: () => void }): void {
  let askedAt: number | null = null;
  const ask = (reason: string, exitCode: number) => {
    if (askedAt === null) {
      askedAt = Date.now();
      stop(reason).then(
        () => process.exit(exitCode),
        (error: unknown) => {
          process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
          process.exit(1);
        },
      );
    } else if (Date.now() - askedAt > SAME_PRESS_MS) {
      force();
      process.exit(exitCode);
    }
  };
  process.on("SIGINT", () => ask("Stopping …", 0));
  process.on("SIGTERM", () => ask("Stopping …", 0));
  process.on("SIGHUP", () => {
    // With nohup, output goes elsewhere and the run is meant to outlive its terminal.
    if (process.stdout.isTTY) ask("The terminal was closed: stopping …", 0);
  });
  process.on("disconnect", () => ask("The process that started this one is gone: stopping …", 1));
  // A pipe that nobody reads any more must not end the run half-way through stopping.
  for (const stream of [process.stdout, process.stderr]) stream.on("error", () => ask("", 1));
}
