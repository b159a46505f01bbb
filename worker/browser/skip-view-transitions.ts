/**
 * Runs in each page before its own scripts: a change that a page wants to see drawn as a transition is made at once, as for visitors who do not
 * want motion. Nothing is drawn here, so the browser would wait for the first picture until it gives up, four seconds later. Complete in itself,
 * as it is sent to the browser.
 */
export function skipViewTransitions(): void {
  if (!("startViewTransition" in Document.prototype)) return;
  const start = Document.prototype.startViewTransition;
  Document.prototype.startViewTransition = function startViewTransition(update) {
    const transition = start.call(this, update);
    transition.ready.catch(() => undefined);
    transition.skipTransition();
    return transition;
  };
}
