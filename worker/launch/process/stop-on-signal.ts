/** Signals this close together count as one: after Ctrl-C, the terminal and npm each send one. */
const SAME_PRESS_MS = 700;

/**
 * Calls `stop` once on Ctrl-C or SIGTERM, or when the terminal was closed or the parent process was killed, and ends this process afterwards.
 * A second Ctrl-C calls `force` and ends it at once.
 */
export function stopOnSignal({ stop, force }: { stop: (reason: string) => Promise<void>; force: () => void }): void {
  let stoppedAt: number | null = null;
  const end = (reason: string, exitCode: number) => {
    if (stoppedAt === null) {
      stoppedAt = Date.now();
      stop(reason).then(
        () => process.exit(exitCode),
        (error: unknown) => {
          process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
          process.exit(1);
        },
      );
    } else if (Date.now() - stoppedAt > SAME_PRESS_MS) {
      force();
      process.exit(exitCode);
    }
  };
  process.on("SIGINT", () => end("Stopping …", 0));
  process.on("SIGTERM", () => end("Stopping …", 0));
  process.on("SIGHUP", () => {
    // Under nohup, output goes elsewhere and the run should outlive its terminal.
    if (process.stdout.isTTY) end("The terminal was closed: stopping …", 0);
  });
  process.on("disconnect", () => end("The process that started this one is gone: stopping …", 1));
  // A broken output pipe must not end the run before it has stopped cleanly.
  for (const stream of [process.stdout, process.stderr]) stream.on("error", () => end("", 1));
}
