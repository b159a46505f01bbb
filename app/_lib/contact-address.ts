import { getSettings } from "./settings.ts";

/**
 * Returns the address that mail comes from, which people can also write to: `hello@example.com` of `Flawless
 * <hello@example.com>`.
 */
export function contactAddress(): string {
  const { MAIL_FROM: from } = getSettings();
  return /<([^<>]+)>\s*$/.exec(from)?.[1] ?? from;
}
