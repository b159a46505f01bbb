"use client";

import { type FocusEvent, type RefObject, useCallback, useEffect, useRef, useState } from "react";
import { neighbourOf } from "#app/_lib/issue-list/list-marks.ts";

/** Returns the id of the list entry that shows an issue. */
export function issueElementId(issueId: string): string {
  return `issue-${issueId}`;
}

/**
 * Keeps the keyboard's place in a list: exactly one row can be reached by Tab, the last that had the focus. `ids`: the rows, in order. When
 * rows leave, the focus moves to their neighbour; when some return, to the first of them, once it is there.
 */
export function useRowFocus(ids: readonly string[], list: RefObject<HTMLElement | null>) {
  const [lastId, setLastId] = useState<string | null>(null);
  const wanted = useRef<{ id: string | null } | null>(null);
  const activeId = lastId !== null && ids.includes(lastId) ? lastId : null;
  useEffect(() => {
    if (!wanted.current) return;
    const { id } = wanted.current;
    if (id !== null && !ids.includes(id)) return;
    wanted.current = null;
    const target = id === null ? list.current : document.getElementById(issueElementId(id));
    target?.focus({ preventScroll: id === null });
  }, [ids, list]);
  const onFocus = useCallback((event: FocusEvent) => {
    const row = event.target.closest("[data-issue]");
    const id = row?.getAttribute("data-issue");
    if (id) setLastId(id);
  }, []);
  const move = useCallback(
    (step: 1 | -1) => {
      const at = activeId === null ? -1 : ids.indexOf(activeId);
      const next = at === -1 ? ids[0] : ids[Math.min(ids.length - 1, Math.max(0, at + step))];
      const row = next === undefined ? null : document.getElementById(issueElementId(next));
      row?.focus({ preventScroll: true });
      row?.scrollIntoView({ block: "nearest" });
    },
    [activeId, ids],
  );
  const afterLeaving = useCallback(
    (leaving: readonly string[]) => {
      const next = neighbourOf(ids, new Set(leaving));
      wanted.current = { id: next };
      if (next !== null) setLastId(next);
    },
    [ids],
  );
  const afterReturn = useCallback(([first]: readonly string[]) => {
    if (first !== undefined) wanted.current = { id: first };
  }, []);
  return { activeId, onFocus, move, afterLeaving, afterReturn };
}
