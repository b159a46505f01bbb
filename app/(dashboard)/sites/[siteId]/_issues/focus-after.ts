/** Returns the id of the list entry that shows an issue. */
export function issueElementId(issueId: string): string {
  return `issue-${issueId}`;
}

/**
 * Remembers the first issue after these (else before them) and returns a function that focuses it once these have left the
 * list, so that keyboard users continue where they were.
 */
export function focusAfter(issueIds: string[]): () => void {
  const leaving = new Set(issueIds.map(issueElementId));
  const all = [...document.querySelectorAll<HTMLElement>("[data-issue]")];
  const last = all.findLastIndex((element) => leaving.has(element.id));
  const stays = (element: HTMLElement) => !leaving.has(element.id);
  const neighbour = all.slice(last + 1).find(stays) ?? all.slice(0, Math.max(last, 0)).findLast(stays);
  return () => {
    const target = neighbour && document.getElementById(neighbour.id);
    (target ?? document.getElementById("content"))?.focus({ preventScroll: target !== null });
  };
}
