/** A first-in, first-out queue that costs the same however long it is (`Array.shift` moves all items). Its functions change it in place. */
export type Fifo<T> = { items: T[]; head: number };

/** Items already taken are dropped once there are this many of them and they are more than half of the array. */
const COMPACT_FROM = 1_000;

export function newFifo<T>(): Fifo<T> {
  return { items: [], head: 0 };
}

export function push<T>(fifo: Fifo<T>, item: T): void {
  fifo.items.push(item);
}

/** Removes and returns the first item, or null when the queue is empty. */
export function shift<T>(fifo: Fifo<T>): T | null {
  if (fifo.head >= fifo.items.length) return null;
  const item = fifo.items[fifo.head++];
  if (fifo.head >= COMPACT_FROM && fifo.head * 2 > fifo.items.length) {
    fifo.items = fifo.items.slice(fifo.head);
    fifo.head = 0;
  }
  return item ?? null;
}

/** Returns up to `count` items from the front and leaves them in the queue. */
export function peek<T>(fifo: Fifo<T>, count: number): T[] {
  return fifo.items.slice(fifo.head, fifo.head + count);
}

export function sizeOf(fifo: Fifo<unknown>): number {
  return fifo.items.length - fifo.head;
}
