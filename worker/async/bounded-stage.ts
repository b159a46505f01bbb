/** Runs a few tasks at a time and lets a few wait, so that it slows the stage before it only when both are full. */
export type BoundedStage = {
  /** Resolves as soon as the task may run or wait, not when it is done. Rejects when an earlier task threw. */
  push(task: () => Promise<void>): Promise<void>;
  /** Resolves when all tasks are done. Rejects with the first fault. */
  drain(): Promise<void>;
};

export function createBoundedStage({ atATime, waiting }: { atATime: number; waiting: number }): BoundedStage {
  const queue: (() => Promise<void>)[] = [];
  let running = 0;
  let fault: { error: unknown } | null = null;
  let wake: (() => void)[] = [];

  const notify = () => {
    const woken = wake;
    wake = [];
    for (const resume of woken) resume();
  };
  const changed = () => new Promise<void>((resolve) => wake.push(resolve));
  const startNext = () => {
    while (running < atATime) {
      const task = queue.shift();
      if (!task) return;
      running++;
      void run(task);
    }
  };
  const run = async (task: () => Promise<void>) => {
    try {
      if (!fault) await task();
    } catch (error) {
      fault ??= { error };
    } finally {
      running--;
      startNext();
      notify();
    }
  };
  const throwFault = () => {
    if (fault) throw fault.error;
  };

  return {
    push: async (task) => {
      while (!fault && running + queue.length >= atATime + waiting) await changed();
      throwFault();
      queue.push(task);
      startNext();
    },
    drain: async () => {
      while (running + queue.length > 0) await changed();
      throwFault();
    },
  };
}
