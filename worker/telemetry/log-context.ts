import { AsyncLocalStorage } from "node:async_hooks";

/** Ids of what a process is doing, which each line of its log gets. None is an address, a name or a secret. */
export type LogContext = {
  requestId?: string | undefined;
  queue?: string | undefined;
  jobId?: string | undefined;
  crawlId?: string | undefined;
  siteId?: string | undefined;
  teamId?: string | undefined;
  /** Address of the span around it: see tracing.ts. */
  traceparent?: string | undefined;
};

declare global {
  var flawlessLogContext: AsyncLocalStorage<LogContext> | undefined;
}

/** Kept on `globalThis`, because the web process has this module twice: in its own bundle and in that of Next. */
function storage(): AsyncLocalStorage<LogContext> {
  globalThis.flawlessLogContext ??= new AsyncLocalStorage();
  return globalThis.flawlessLogContext;
}

/** Runs `act` with these ids, and those around it, in each line that it logs. `ids` itself gets what `noteInLog` adds meanwhile. */
export function inLogContext<T>(ids: LogContext, act: () => T): T {
  return storage().run(Object.assign(ids, { ...storage().getStore(), ...ids }), act);
}

/** Adds ids that became known to the lines that follow. Does nothing outside `inLogContext`. */
export function noteInLog(ids: LogContext): void {
  Object.assign(storage().getStore() ?? {}, ids);
}

/** Returns the ids of what this process is doing now. */
export function currentLogContext(): LogContext {
  return storage().getStore() ?? {};
}
