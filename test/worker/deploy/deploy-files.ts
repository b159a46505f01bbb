import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { parseSettings, SETTING_NAMES } from "#worker/core/settings.ts";

export const DEPLOY = "worker/deploy";

/** Variables that our programs and Node read, besides the settings. */
const OTHER_NAMES = [
  "HEALTH_PORT",
  "HOME",
  "MALLOC_ARENA_MAX",
  "MALLOC_TRIM_THRESHOLD_",
  "NODE_ENV",
  "UV_THREADPOOL_SIZE",
  "WORKER_PORT",
];

/** Reads a file of worker/deploy. */
export function readDeployFile(path: string): Promise<string> {
  return readFile(join(DEPLOY, path), "utf8");
}

/** Returns those names of variables that nothing of ours reads. */
export function unknownNames(names: readonly string[]): string[] {
  return names.filter((name) => !SETTING_NAMES.includes(name) && !OTHER_NAMES.includes(name));
}

/** Parses NAME=value lines. */
export function parseEnvironment(text: string): Record<string, string> {
  const lines = text.split("\n").filter((line) => /^[A-Z]/.test(line));
  return Object.fromEntries(lines.map((line) => [line.slice(0, line.indexOf("=")), line.slice(line.indexOf("=") + 1)]));
}

/** Parses settings as a person would fill them in: secrets where they are empty, and what runs only with a mail server. */
export function parseFilledIn(values: Record<string, string>): void {
  const secrets = Object.fromEntries(["AUTH_SECRET", "SECRETS_KEY"].map((name) => [name, "x".repeat(64)]));
  const settings = Object.fromEntries(Object.entries(values).filter(([name]) => SETTING_NAMES.includes(name)));
  const bucket = settings.S3_BUCKET ? { S3_ACCESS_KEY_ID: "id", S3_SECRET_ACCESS_KEY: "key" } : {};
  parseSettings({ ...settings, ...secrets, ...bucket, SMTP_URL: settings.SMTP_URL || "smtps://user:secret@smtp.example:465" });
}

/** True if an image names its exact version, so that tomorrow's is the same. */
export function isPinned(image: string): boolean {
  return /:v?\d+\.\d+(?:\.\d+)?(?:-[a-z]+)*$/.test(image);
}
