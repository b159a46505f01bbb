import { randomBytes } from "node:crypto";
import { existsSync } from "node:fs";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { choosePort, isPortFree } from "../process/choose-port.ts";
import { PATHS } from "../project-paths.ts";

export const DEFAULT_PORT = 3000;
const LOOPBACK_HOSTS = ["localhost", "127.0.0.1", "[::1]"];

/** Where the web process listens, and the address that people type. */
export type WebAddress = { port: number; host: string; url: string };

/** Adds what `.env` says to the environment; what is set there already goes before. */
export function loadEnvironmentFile(): void {
  const path = join(PATHS.root, ".env");
  if (existsSync(path)) process.loadEnvFile(path);
}

/** A setting's value; an empty one counts as absent, as everywhere. */
export function given(name: string): string | undefined {
  return process.env[name] || undefined;
}

/** @throws when the port that was asked for is taken */
export async function checkAskedPort(): Promise<void> {
  const { asked, host } = readAddressSettings();
  if (asked && !(await isPortFree(asked, host))) {
    throw new Error(`Port ${asked} is taken by another program: stop that, or set PORT to a free one.`);
  }
}

/**
 * The port that PORT or a local APP_URL asks for, or else the first free one from 3000 on. Listens to this machine only, unless APP_URL
 * names another address than this machine's: without SMTP the Mailbox shows every mail to whoever can reach it.
 * @throws when the port that was asked for is taken
 */
export async function chooseWebAddress(say: (line: string) => void): Promise<WebAddress> {
  await checkAskedPort();
  const { appUrl, asked, host } = readAddressSettings();
  const port = asked ?? (await choosePort(DEFAULT_PORT, host));
  if (!asked && port !== DEFAULT_PORT) say(`Port ${DEFAULT_PORT} is in use, so Flawless uses port ${port}.`);
  return { port, host, url: appUrl ?? `http://localhost:${port}` };
}

/** Both settings are known to be well-formed. */
function readAddressSettings(): { appUrl: string | undefined; asked: number | null; host: string } {
  const appUrl = given("APP_URL");
  const isPublic = appUrl !== undefined && !LOOPBACK_HOSTS.includes(new URL(appUrl).hostname);
  const asked = given("PORT") ?? (appUrl && !isPublic ? new URL(appUrl).port : "");
  return { appUrl, asked: asked ? Number(asked) : null, host: isPublic ? "0.0.0.0" : "127.0.0.1" };
}

/** The secret that signs sessions: AUTH_SECRET, or one that is made once and kept where only this user reads it. */
export async function keepAuthSecret(): Promise<string> {
  const set = given("AUTH_SECRET");
  if (set) return set;
  const path = join(PATHS.state, "secret");
  await mkdir(PATHS.state, { recursive: true });
  if (!existsSync(path)) await writeFile(path, randomBytes(32).toString("base64url"), { mode: 0o600 });
  return readFile(path, "utf8");
}
