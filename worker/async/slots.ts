/** Runs a limited number of tasks at a time. The others wait in the order in which they came. */
export type Slots = {
  /** @throws the signal's reason when it aborts while waiting. */
  run<T>(task: (rest: Rest) => Promise<T>, signal: AbortSignal): Promise<T>;
};

/** Gives a task's slot to others while it waits for something. */
export type Rest = (wait: () => Promise<void>) => Promise<void>;

export function createSlots(count: number): Slots {
  const waiting = new Set<() => void>();
  let free = count;
  const enter = (signal: AbortSignal) =>
    new Promise<void>((resolve, reject) => {
      signal.throwIfAborted();
      const start = () => {
        waiting.delete(start);
        signal.removeEventListener("abort", giveUp);
        free -= 1;
        resolve();
      };
      const giveUp = () => {
        waiting.delete(start);
        reject(signal.reason);
      };
      if (free > 0) return start();
      signal.addEventListener("abort", giveUp, { once: true });
      waiting.add(start);
    });
  const leave = () => {
    free += 1;
    const [next] = waiting;
    next?.();
  };
  return {
    async run(task, signal) {
      await enter(signal);
      let holds = true;
      const rest: Rest = async (wait) => {
        leave();
        holds = false;
        await wait();
        await enter(signal);
        holds = true;
      };
      try {
        return await task(rest);
      } finally {
        if (holds) leave();
      }
    },
  };
}
