import { parseSettings, type Settings } from "#worker/core/settings.ts";

let settings: Settings | undefined;

/**
 * Returns this process's settings, read on first use, because a build has no environment. @throws DomainError that lists every
 * fault.
 */
export function getSettings(): Settings {
  settings ??= parseSettings(process.env);
  return settings;
}
