import { Worker } from "node:worker_threads";

/** The thread could not start, so trying again would not help. */
export class ThreadStartError extends Error {
  override name = "ThreadStartError";
}

/** The thread did not answer in time and was terminated. The same task would take as long again. */
export class ThreadHungError extends Error {
  override name = "ThreadHungError";
}

/** The thread ended on an earlier task, so this one may be tried on another thread. */
export class TaskNotReachedError extends Error {
  override name = "TaskNotReachedError";
}

/** Messages of a thread: `ready` once, after its start; `done` for each task, in order; `broken` when it must not be used any more. */
export type ThreadMessage<Result, Ready> =
  | { kind: "ready"; ready: Ready }
  | { kind: "done"; result: Result }
  | { kind: "broken"; reason: string };

export type WorkingThread<Task, Result> = {
  /**
   * Does one task after the other. Rejects if the thread died or hung on the task. The thread is gone then, and the tasks behind reject
   * with `TaskNotReachedError`.
   */
  run(task: Task): Promise<Result>;
  close(): Promise<void>;
};

export type ThreadSetup<Ready> = {
  /** The name in errors: "checking". */
  name: string;
  /** The module that the thread runs; it sends `ThreadMessage`s. */
  script: URL;
  /** A task that takes longer counts as hung. */
  hangMs: number;
  startMs: number;
  /** A heap that outgrows this ends the thread, not the process. */
  heapMb: number;
  data?: unknown;
  /** Called once, when the thread has loaded. */
  onReady(ready: Ready): void;
};

/** Tasks leave little garbage that lives long, so a larger young generation makes a thread larger, not faster. */
const YOUNG_MB = 16;

/** Starts a thread. Its first task waits until it has loaded. */
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
  // `run` throws this error. A thread that was closed before its first task has no caller to receive it.
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
      const result = Promise.withResolvers<Result>();
      underWay.push(result);
      if (underWay.length === 1) watchNext();
      worker.postMessage(task);
      return await result.promise;
    },
    async close() {
      clearTimeout(startTimer);
      await worker.terminate();
    },
  };
}
