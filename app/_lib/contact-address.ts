import { getSettings } from "./settings.ts";

/** The address that mail comes from, which people can also write to: of `Flawless <hello@example.com>` the part in brackets. */
export function contactAddress(): string {
  const { MAIL_FROM: from } = getSettings();
  return /<([^<>]+)>\s*$/.exec(from)?.[1] ?? from;
}
