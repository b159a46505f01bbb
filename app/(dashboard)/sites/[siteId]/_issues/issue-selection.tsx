"use client";

import { createContext, type ReactNode, useCallback, useContext, useMemo, useRef, useState } from "react";

type Selection = {
  selected: ReadonlySet<string>;
  /** Selects or deselects one; with `extend`, also everything between the last one and this. */
  toggle(id: string, extend: boolean): void;
  setAll(ids: string[], on: boolean): void;
  clear(): void;
};

const SelectionContext = createContext<Selection | null>(null);

/** Returns the selected issues of the page and functions that change the selection. */
export function useIssueSelection(): Selection {
  const selection = useContext(SelectionContext);
  if (!selection) throw new Error("An issue list needs an IssueSelection around it.");
  return selection;
}

/** Provides the selection to a list of issues. `ids`: all issues shown, in order. Issues no longer shown are not selected. */
export function IssueSelection({ ids, children }: { ids: string[]; children: ReactNode }) {
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set());
  const anchor = useRef<string | null>(null);
  const setAll = useCallback((changed: string[], on: boolean) => {
    setTicked((before) => {
      const after = new Set(before);
      for (const id of changed) on ? after.add(id) : after.delete(id);
      return after;
    });
  }, []);
  const toggle = useCallback(
    (id: string, extend: boolean) => {
      const from = ids.indexOf(anchor.current ?? "");
      const to = ids.indexOf(id);
      const stretch = extend && from !== -1 ? ids.slice(Math.min(from, to), Math.max(from, to) + 1) : [id];
      setAll(stretch, !ticked.has(id));
      anchor.current = id;
    },
    [ids, ticked, setAll],
  );
  const clear = useCallback(() => setTicked(new Set()), []);
  const selected = useMemo(() => new Set(ids.filter((id) => ticked.has(id))), [ids, ticked]);
  const selection = useMemo(() => ({ selected, toggle, setAll, clear }), [selected, toggle, setAll, clear]);
  return <SelectionContext value={selection}>{children}</SelectionContext>;
}
