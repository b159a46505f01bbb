import { createWriteStream, existsSync } from "node:fs";
import { mkdir, rename } from "node:fs/promises";
import { join } from "node:path";
import { createInterface } from "node:readline";
import type { Readable } from "node:stream";
import { z } from "zod";

/** The level of warnings in pino. */
const WARNING = 40;
/** A missing server makes every process complain several times a second; the terminal shows that once a minute. */
const SAME_LINE_EVERY_MS = 60_000;
const UUID = /[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g;

const lineSchema = z.object({
  level: z.number(),
  msg: z.string().optional(),
  err: z.object({ message: z.string() }).optional(),
});

export type ChildLog = { path: string; take(stream: Readable, kind: "output" | "error"): void };

/**
 * Opens the log of one child process, `<name>.log` in `folder`, which starts empty with each run (the one before is kept). Warnings and
 * everything on standard error are also shown in the terminal.
 */
export async function openChildLog(name: string, show: (line: string) => void, folder: string): Promise<ChildLog> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const path = join(folder, `${name}.log`);
  if (existsSync(path)) await rename(path, join(folder, `${name}.before.log`));
  const file = createWriteStream(path, { mode: 0o600 });
  const isNews = createNews(Date.now);
  const take = (stream: Readable, kind: "output" | "error") => {
    createInterface({ input: stream }).on("line", (line) => {
      file.write(`${line}\n`);
      const shown = readForPerson(line, kind);
      if (shown && isNews(shown)) show(`${name}: ${shown}`);
    });
  };
  return { path, take };
}

/** Returns the text of a log line to show in the terminal; null if it is not to be shown. */
export function readForPerson(line: string, kind: "output" | "error"): string | null {
  const entry = lineSchema.safeParse(parseOrNull(line));
  if (!entry.success) return kind === "error" && line.trim() !== "" ? line : null;
  const { level, msg, err } = entry.data;
  if (level < WARNING) return null;
  return [msg, err && asOneLine(err.message)].filter(Boolean).join(": ");
}

/** Returns true if a line was not shown in the last minute; lines that differ only in ids of jobs and workers count as the same. */
export function createNews(now: () => number): (line: string) => boolean {
  const shownAt = new Map<string, number>();
  return (line) => {
    for (const [shown, at] of shownAt) if (now() - at >= SAME_LINE_EVERY_MS) shownAt.delete(shown);
    const key = line.replace(UUID, "");
    if (shownAt.has(key)) return false;
    shownAt.set(key, now());
    return true;
  };
}

/** Returns the reason in a message of Prisma's, which begins with the call that failed and gives the reason some empty lines below. */
function asOneLine(message: string): string {
  const lines = message.split("\n").map((line) => line.trim());
  return lines.filter((line) => line !== "" && !line.startsWith("Invalid `prisma.")).join(" ");
}

function parseOrNull(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null; // not a line of the structured log
  }
}
