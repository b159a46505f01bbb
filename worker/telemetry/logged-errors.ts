/** An error as it was logged: with what the process was doing, in words. */
export type LoggedError = { error: Error; doing: string; level: "error" | "fatal" };

declare global {
  var flawlessErrorListener: ((logged: LoggedError) => void) | undefined;
}

/** Calls `listener` for each error that is logged from now on. Kept on `globalThis` for the same reason as the ids of log lines. */
export function listenToLoggedErrors(listener: (logged: LoggedError) => void): void {
  globalThis.flawlessErrorListener = listener;
}

/** pino's numbers of the levels "error" and "fatal". */
const ERROR = 50;
const FATAL = 60;

/** Passes on a line of the log if it is about an error. `line` has the arguments of the call. */
export function noteLogLine(line: readonly unknown[], level: number): void {
  if (level < ERROR || !globalThis.flawlessErrorListener) return;
  const [fields, message] = line;
  if (typeof fields !== "object" || fields === null || !("err" in fields) || !(fields.err instanceof Error)) return;
  globalThis.flawlessErrorListener({
    error: fields.err,
    doing: typeof message === "string" ? message : "",
    level: level >= FATAL ? "fatal" : "error",
  });
}
