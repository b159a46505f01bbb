const NUMBER = new Intl.NumberFormat("en-US");

/** Formats a number for people: 1,234. */
export function formatCount(count: number): string {
  return NUMBER.format(count);
}

/** Formats a count with its noun: "1 page", "1,234 pages". `many` defaults to the noun with an s. */
export function plural(count: number, one: string, many = `${one}s`): string {
  return `${formatCount(count)} ${count === 1 ? one : many}`;
}
