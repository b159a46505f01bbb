import { Worker } from "node:worker_threads";

/** The thread could not even start: trying again would not help. */
export class ThreadStartError extends Error {
  override name = "ThreadStartError";
}

/** The thread did not answer in time, and was ended: the same task would take as long again. */
export class ThreadHungError extends Error {
  override name = "ThreadHungError";
}

/** The thread ended on a task before this one: this one may be tried on another. */
export class TaskNotReachedError extends Error {
  override name = "TaskNotReachedError";
}

/** What a thread says. `ready` once, after its start; `done` for each task, in order; `broken`: it is of no use any more. */
export type ThreadMessage<Result, Ready> =
  | { kind: "ready"; ready: Ready }
  | { kind: "done"; result: Result }
  | { kind: "broken"; reason: string };

export type WorkingThread<Task, Result> = {
  /**
   * Does one task after the other. Rejects when the thread died or hung on the task; the thread is gone then, and what waited behind
   * rejects with `TaskNotReachedError`.
   */
  run(task: Task): Promise<Result>;
  close(): Promise<void>;
};

export type ThreadSetup<Ready> = {
  /** As it is called in errors: "checking". */
  name: string;
  /** What the thread runs: a module that speaks `ThreadMessage`. */
  script: URL;
  /** A task that takes longer hangs. */
  hangMs: number;
  startMs: number;
  /** A heap that outgrows this ends the thread, not the worker. */
  heapMb: number;
  data?: unknown;
  /** Told once, when the thread has loaded. */
  onReady(ready: Ready): void;
};

/** What a task leaves behind is cleaned up soon: more makes a thread larger, not faster. */
const YOUNG_MB = 16;

/** Starts a thread; it loads what it needs while the first task waits. */
export function startWorkingThread<Task, Result, Ready>({
  name,
  script,
  hangMs,
  startMs,
  heapMb,
  data,
  onReady,
}: ThreadSetup<Ready>): WorkingThread<Task, Result> {
  const worker = new Worker(script, {
    execArgv: [],
    workerData: data,
    resourceLimits: { maxOldGenerationSizeMb: heapMb, maxYoungGenerationSizeMb: YOUNG_MB },
    name,
  });
  const ready = Promise.withResolvers<void>();
  const underWay: PromiseWithResolvers<Result>[] = [];
  let hangTimer: NodeJS.Timeout | undefined;
  let end: Error | null = null;
  const watchNext = () => {
    clearTimeout(hangTimer);
    if (underWay.length > 0)
      hangTimer = setTimeout(() => fail(new ThreadHungError(`The ${name} thread hung for ${hangMs} ms.`)), hangMs);
  };
  const fail = (error: Error) => {
    end ??= error;
    ready.reject(new ThreadStartError(`A ${name} thread did not start: ${error.message}`, { cause: error }));
    underWay.shift()?.reject(error);
    const notReached = new TaskNotReachedError(`The ${name} thread ended before.`, { cause: error });
    for (const task of underWay.splice(0)) task.reject(notReached);
    watchNext();
    void worker.terminate();
  };
  // Whoever gives it work hears of it; a thread closed before it was used tells nobody.
  ready.promise.catch(() => undefined);
  const startTimer = setTimeout(() => fail(new Error(`not ready after ${startMs} ms`)), startMs);
  worker.on("message", (message: ThreadMessage<Result, Ready>) => {
    switch (message.kind) {
      case "ready":
        clearTimeout(startTimer);
        onReady(message.ready);
        return ready.resolve();
      case "done":
        underWay.shift()?.resolve(message.result);
        return watchNext();
      case "broken":
        return fail(new Error(message.reason));
      default:
        return message satisfies never;
    }
  });
  worker.on("error", (error) => fail(error instanceof Error ? error : new Error(String(error))));
  worker.on("exit", (code) => {
    clearTimeout(startTimer);
    fail(new Error(`The ${name} thread ended (code ${code}).`));
  });

  return {
    async run(task) {
      await ready.promise;
      if (end) throw new TaskNotReachedError(`The ${name} thread ended before.`, { cause: end });
      const asked = Promise.withResolvers<Result>();
      underWay.push(asked);
      if (underWay.length === 1) watchNext();
      worker.postMessage(task);
      return await asked.promise;
    },
    async close() {
      clearTimeout(startTimer);
      await worker.terminate();
    },
  };
}
