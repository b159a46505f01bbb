import { parseSettings, type Settings } from "#worker/core/settings.ts";

let settings: Settings | undefined;

/** This process's settings, read on first use: a build has no environment to read. @throws DomainError that lists every fault. */
export function getSettings(): Settings {
  settings ??= parseSettings(process.env);
  return settings;
}
