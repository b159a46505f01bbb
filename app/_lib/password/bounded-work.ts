type Bounds = {
  /** Tasks that run at a time. */
  atOnce: number;
  /** Tasks that may wait; further ones are refused. */
  waiting: number;
  /** Creates the error for a refused task. */
  refuse(): Error;
};

/**
 * Returns a function that runs tasks, a few at a time, in order of arrival. @throws the error of `refuse` when too many wait.
 */
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
      // Hands the slot directly to the next in line, so that no newcomer takes it.
      const next = queue.shift();
      if (next) next();
      else running -= 1;
    }
  };
}
