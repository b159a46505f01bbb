import { createWriteStream, existsSync } from "node:fs";
import { mkdir, rename } from "node:fs/promises";
import { join } from "node:path";
import { createInterface } from "node:readline";
import type { Readable } from "node:stream";
import { z } from "zod";
import { PATHS } from "./project-paths.ts";

/** Level of warnings in pino's numbering. */
const WARNING = 40;
const lineSchema = z.object({
  level: z.number(),
  msg: z.string().optional(),
  err: z.object({ message: z.string() }).optional(),
});

export type ChildLog = { path: string; take(stream: Readable, kind: "output" | "error"): void };

/**
 * The log of one child process: everything goes into `.flawless/logs/<name>.log`, which begins anew with each run (the one before is kept).
 * What a person should see, warnings and everything on standard error, is also shown.
 */
export async function openChildLog(name: string, show: (line: string) => void): Promise<ChildLog> {
  await mkdir(PATHS.logs, { recursive: true });
  const path = join(PATHS.logs, `${name}.log`);
  if (existsSync(path)) await rename(path, join(PATHS.logs, `${name}.before.log`));
  const file = createWriteStream(path);
  const take = (stream: Readable, kind: "output" | "error") => {
    createInterface({ input: stream }).on("line", (line) => {
      file.write(`${line}\n`);
      const shown = readForPerson(line, kind);
      if (shown) show(`${name}: ${shown}`);
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
  return [msg, err?.message].filter(Boolean).join(": ");
}

function parseOrNull(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null; // not a line of the structured log
  }
}
