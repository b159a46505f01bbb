import "server-only";
import { getDatabase } from "../database.ts";
import { getQueue } from "../queue.ts";
import { getSecretKeys } from "../secret-keys.ts";
import { getSettings } from "../settings.ts";
import type { ApiDependencies } from "./answer-api.ts";

/** Returns what the API needs, for one request. */
export async function apiDependencies(): Promise<ApiDependencies> {
  const { APP_URL, ALLOWED_PRIVATE_HOSTS: allowedPrivateHosts } = getSettings();
  const appUrl = APP_URL.replace(/\/$/, "");
  const [db, keys] = [getDatabase(), getSecretKeys()];
  return { db, queue: await getQueue(), keys, appUrl, allowedPrivateHosts, now: new Date() };
}
