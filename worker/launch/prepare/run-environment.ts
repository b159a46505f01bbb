import { randomBytes } from "node:crypto";
import { existsSync } from "node:fs";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { choosePort, isPortFree } from "../process/choose-port.ts";
import { PATHS } from "../project-paths.ts";

export const DEFAULT_PORT = 3000;
const LOOPBACK_HOSTS = ["localhost", "127.0.0.1", "[::1]"];

/** Port and host on which the web process listens, and the address that people type. */
export type WebAddress = { port: number; host: string; url: string };

/** Adds the variables of `.env` to the environment; those that are set already take precedence. */
export function loadEnvironmentFile(): void {
  const path = join(PATHS.root, ".env");
  if (existsSync(path)) process.loadEnvFile(path);
}

/** Returns a setting's value; an empty one counts as absent, as everywhere. */
export function given(name: string): string | undefined {
  return process.env[name] || undefined;
}

/**
 * Returns the address at which the product's database is reached directly, without PgBouncer: DIRECT_DATABASE_URL, or else DATABASE_URL.
 * Undefined if neither is set. @throws if DIRECT_DATABASE_URL is set alone
 */
export function directDatabaseUrl(): string | undefined {
  const [url, direct] = [given("DATABASE_URL"), given("DIRECT_DATABASE_URL")];
  if (direct && !url)
    throw new Error(
      "DIRECT_DATABASE_URL is set, but DATABASE_URL is not. Set both: they lead to the same database. Or set neither.",
    );
  return direct ?? url;
}

/** Checks the port of PORT or a local APP_URL. @throws if it is taken */
export async function checkConfiguredPort(): Promise<void> {
  const { configured, host } = readAddressSettings();
  if (configured && !(await isPortFree(configured, host))) {
    throw new Error(`Port ${configured} is taken by another program: stop that, or set PORT to a free one.`);
  }
}

/**
 * Chooses the port of PORT or a local APP_URL, or the first free one from 3000 on. The web process listens to this machine only, unless APP_URL
 * names another address: without SMTP, the Mailbox shows every mail to anyone who can reach it.
 * @throws if the configured port is taken
 */
export async function chooseWebAddress(say: (line: string) => void): Promise<WebAddress> {
  await checkConfiguredPort();
  const { appUrl, configured, host } = readAddressSettings();
  const port = configured ?? (await choosePort(DEFAULT_PORT, host));
  if (!configured && port !== DEFAULT_PORT) say(`Port ${DEFAULT_PORT} is in use, so Flawless uses port ${port}.`);
  return { port, host, url: appUrl ?? `http://localhost:${port}` };
}

/** Reads PORT and APP_URL, which have been checked before. */
function readAddressSettings(): { appUrl: string | undefined; configured: number | null; host: string } {
  const appUrl = given("APP_URL");
  const isPublic = appUrl !== undefined && !LOOPBACK_HOSTS.includes(new URL(appUrl).hostname);
  const configured = given("PORT") ?? (appUrl && !isPublic ? new URL(appUrl).port : "");
  return { appUrl, configured: configured ? Number(configured) : null, host: isPublic ? "0.0.0.0" : "127.0.0.1" };
}

/** Returns the secret that signs sessions: AUTH_SECRET, or one that is created once in a file that only this user can read. */
export async function keepAuthSecret(): Promise<string> {
  const set = given("AUTH_SECRET");
  if (set) return set;
  const path = join(PATHS.state, "secret");
  await mkdir(PATHS.state, { recursive: true });
  if (!existsSync(path)) await writeFile(path, randomBytes(32).toString("base64url"), { mode: 0o600 });
  return readFile(path, "utf8");
}
