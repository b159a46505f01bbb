/** A stage of the pipeline: works on a few tasks at a time and keeps a few waiting, so that the stage before it is slowed only when both are full. */
export type BoundedStage = {
  /** Resolves as soon as the task has a place, not when it is done. Rejects when a task before it threw. */
  push(task: () => Promise<void>): Promise<void>;
  /** Resolves when all tasks are done; rejects with the first fault. */
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
