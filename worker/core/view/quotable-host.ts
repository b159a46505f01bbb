const LONGEST = 40;
const MOST_LABELS = 4;
const MOST_HYPHENS = 2;

/**
 * Returns a site's host without `www.`, for mails to people who have not agreed to hear from us. Returns null for one long
 * enough to carry a message, as in `you-have-won-a-prize`.
 */
export function quotableHost(host: string): string | null {
  const bare = host.toLowerCase().replace(/^www\./, "");
  const isPlain = bare.length <= LONGEST && bare.split(".").length <= MOST_LABELS && bare.split("-").length - 1 <= MOST_HYPHENS;
  return isPlain && /^[a-z0-9.-]+$/.test(bare) ? bare : null;
}
