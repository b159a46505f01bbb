import { createWriteStream, existsSync } from "node:fs";
import { mkdir, rename } from "node:fs/promises";
import { join } from "node:path";
import { createInterface } from "node:readline";
import type { Readable } from "node:stream";
import { z } from "zod";

/** Level of warnings in pino's numbering. */
const WARNING = 40;
/** A server that is away makes every process complain several times a second; a person reads it once a minute. */
const SAME_LINE_EVERY_MS = 60_000;
const UUID = /[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g;

const lineSchema = z.object({
  level: z.number(),
  msg: z.string().optional(),
  err: z.object({ message: z.string() }).optional(),
});

export type ChildLog = { path: string; take(stream: Readable, kind: "output" | "error"): void };

/**
 * The log of one child process: everything goes into `<name>.log` in `folder`, which begins again with each run (the one before is kept).
 * What a person should see, warnings and everything on standard error, is also shown.
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

/** What a line of a log says to a person, or null when it is not for them. */
export function readForPerson(line: string, kind: "output" | "error"): string | null {
  const entry = lineSchema.safeParse(parseOrNull(line));
  if (!entry.success) return kind === "error" && line.trim() !== "" ? line : null;
  const { level, msg, err } = entry.data;
  if (level < WARNING) return null;
  return [msg, err && asOneLine(err.message)].filter(Boolean).join(": ");
}

/** True if a line was not shown in the last minute; lines that differ only in the ids of jobs and workers are the same. */
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

/** Prisma's messages begin with the call that failed, and say why some empty lines further down. */
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
