const NUMBER = new Intl.NumberFormat("en-US");

/** A number as people read it: 1,234. */
export function formatCount(count: number): string {
  return NUMBER.format(count);
}

/** A count with its noun: "1 page", "1,234 pages". `many` is the noun with an s unless given. */
export function plural(count: number, one: string, many = `${one}s`): string {
  return `${formatCount(count)} ${count === 1 ? one : many}`;
}
