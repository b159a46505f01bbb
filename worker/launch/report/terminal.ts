const REMIND_EVERY_MS = 10_000;

export type Terminal = {
  say(line: string): void;
  /** Prints a step and how long it took; every ten seconds, that it still runs. Steps may overlap. */
  step<T>(what: string, work: () => Promise<T>): Promise<T>;
};

/** Creates a terminal that writes plain lines to `stream`. */
export function createTerminal(stream: NodeJS.WritableStream): Terminal {
  const say = (line: string) => {
    stream.write(`${line}\n`);
  };
  const step = async <T>(what: string, work: () => Promise<T>): Promise<T> => {
    const startedAt = Date.now();
    say(`${what} …`);
    const reminder = setInterval(
      () => say(`  still at it: ${what}, ${formatSeconds(Date.now() - startedAt)}`),
      REMIND_EVERY_MS,
    );
    try {
      const result = await work();
      say(`  done in ${formatSeconds(Date.now() - startedAt)}: ${what}`);
      return result;
    } finally {
      clearInterval(reminder);
    }
  };
  return { say, step };
}

/** Formats a duration: 0.4 s, 12 s, 3 min 5 s. */
export function formatSeconds(ms: number): string {
  if (ms < 10_000) return `${(ms / 1_000).toFixed(1)} s`;
  const seconds = Math.round(ms / 1_000);
  return seconds < 60 ? `${seconds} s` : `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
}
