type Bounds = {
  /** Pieces of work that run at a time. */
  atOnce: number;
  /** Pieces that may wait; further ones are refused. */
  waiting: number;
  /** Makes the error of a piece that is refused. */
  refuse(): Error;
};

/** Returns a function that runs pieces of work, a few at a time, first come first served. @throws what `refuse` makes when too many wait. */
export function boundedWork({ atOnce, waiting, refuse }: Bounds): <T>(work: () => Promise<T>) => Promise<T> {
  let running = 0;
  const queue: (() => void)[] = [];
  return async (work) => {
    if (running < atOnce) running += 1;
    else {
      if (queue.length >= waiting) throw refuse();
      await new Promise<void>((begin) => queue.push(begin));
    }
    try {
      return await work();
    } finally {
      // The place goes straight to the next in line, so that no newcomer takes it.
      const next = queue.shift();
      if (next) next();
      else running -= 1;
    }
  };
}
