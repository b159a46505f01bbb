import type { CDPSession } from "playwright";

/** Runs one of our functions in the page and returns its result. Arguments must be JSON. */
export type RunInPage = <Args extends readonly (string | number)[]>(
  run: (...args: Args) => unknown,
  ...args: Args
) => Promise<unknown>;

/**
 * Creates a function that runs others in a page's main frame, in an isolated world: the same document, but with built-ins that the page's
 * scripts have not touched. If the page navigates meanwhile, the function runs again in the new document.
 */
export function makePageWorld(session: CDPSession, frameId: string): RunInPage {
  /** The world in the document of the last call. A new document has none until it is made. */
  let contextId: number | null = null;
  const makeWorld = async (): Promise<number> => {
    const { executionContextId } = await session.send("Page.createIsolatedWorld", { frameId, worldName: "flawless" });
    contextId = executionContextId;
    return executionContextId;
  };
  const attempt = async (expression: string): Promise<unknown> => {
    const answer = await session.send("Runtime.evaluate", {
      expression,
      contextId: contextId ?? (await makeWorld()),
      awaitPromise: true,
      returnByValue: true,
    });
    if (answer.exceptionDetails)
      throw new Error(`In the page: ${answer.exceptionDetails.exception?.description ?? answer.exceptionDetails.text}`);
    return answer.result.value;
  };
  return async (run, ...args) => {
    // Some compilers wrap functions in `__name` to keep their names.
    const expression = `(() => { const __name = (it) => it; return (${run})(...${JSON.stringify(args)}); })()`;
    for (let navigations = 0; ; navigations += 1) {
      try {
        return await attempt(expression);
      } catch (error) {
        if (navigations >= 5 || !isGoneContext(error)) throw error;
        contextId = null;
      }
    }
  };
}

function isGoneContext(error: unknown): boolean {
  return (
    error instanceof Error &&
    /context was destroyed|Cannot find (?:context|execution context)|navigated|Promise was collected/i.test(error.message)
  );
}
