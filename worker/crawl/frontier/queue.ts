/** First in, first out, at the same cost however many wait (`Array.shift` moves all of them). */
export type Queue<T> = {
  push(item: T): void;
  /** The first; null when there is none. */
  shift(): T | null;
  /** The first so many, left where they are. */
  peek(count: number): T[];
  size(): number;
};

/** What has been taken is let go when it is so much, and more than half of all. */
const COMPACT_FROM = 1_000;

export function createQueue<T>(): Queue<T> {
  let items: T[] = [];
  let head = 0;
  return {
    push: (item) => {
      items.push(item);
    },
    shift: () => {
      if (head >= items.length) return null;
      const item = items[head++];
      if (head >= COMPACT_FROM && head * 2 > items.length) {
        items = items.slice(head);
        head = 0;
      }
      return item ?? null;
    },
    peek: (count) => items.slice(head, head + count),
    size: () => items.length - head,
  };
}
