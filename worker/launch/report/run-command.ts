import { DomainError } from "#worker/core/errors.ts";
import type { Terminal } from "./terminal.ts";

/** Runs a command with the arguments of this process, and ends the process. What it refuses is said in its words, and the exit code is 1. */
export async function runCommand(terminal: Terminal, main: (args: string[]) => Promise<void>): Promise<void> {
  try {
    await main(process.argv.slice(2));
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    terminal.say(error.message);
    process.exitCode = 1;
  }
  // The engine of migrations leaves a timer for its lock, which would keep the process for ten seconds.
  process.exit();
}
