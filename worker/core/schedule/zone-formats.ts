import { LRUCache } from "lru-cache";

/** Zones whose formats are kept, of each kind. Sites use few of the 600 that exist. */
const MOST_KEPT = 200;

/**
 * Returns a function that gives the format of dates in a time zone (IANA name). Making a format takes a hundred times as long as using it,
 * so those used last are kept.
 */
export function zoneFormats(locale: string, options: Intl.DateTimeFormatOptions): (timeZone: string) => Intl.DateTimeFormat {
  const kept = new LRUCache<string, Intl.DateTimeFormat>({ max: MOST_KEPT });
  return (timeZone) => {
    const known = kept.get(timeZone);
    if (known) return known;
    const format = new Intl.DateTimeFormat(locale, { ...options, timeZone });
    kept.set(timeZone, format);
    return format;
  };
}
