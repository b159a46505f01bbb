/** Selected issues. `anchor`: where a range begins. `isBeyond`: some are on other pages of the list. */
export type ListSelection = { ids: ReadonlySet<string>; anchor: string | null; isBeyond: boolean };

export const NOTHING_SELECTED: ListSelection = { ids: new Set(), anchor: null, isBeyond: false };

/** Selects or deselects one issue. With `extend`, everything between the last one and this gets this one's new state. */
export function toggleSelected(selection: ListSelection, shown: readonly string[], id: string, extend: boolean): ListSelection {
  const from = shown.indexOf(selection.anchor ?? "");
  const to = shown.indexOf(id);
  const stretch = extend && from !== -1 && to !== -1 ? shown.slice(Math.min(from, to), Math.max(from, to) + 1) : [id];
  return { ...withSelected(selection, stretch, extend || !selection.ids.has(id)), anchor: id };
}

/** Selects or deselects some issues. */
export function withSelected(selection: ListSelection, ids: readonly string[], on: boolean): ListSelection {
  const after = new Set(selection.ids);
  for (const id of ids) on ? after.add(id) : after.delete(id);
  return after.size === 0 ? NOTHING_SELECTED : { ...selection, ids: after };
}

/** Returns the selection after the list changed: what it no longer shows is not selected, unless all pages were selected. */
export function keepShown(selection: ListSelection, shown: readonly string[]): ListSelection {
  if (selection.isBeyond || selection.ids.size === 0) return selection;
  const still = new Set(shown);
  const ids = [...selection.ids].filter((id) => still.has(id));
  return ids.length === selection.ids.size
    ? selection
    : withSelected({ ...NOTHING_SELECTED, anchor: selection.anchor }, ids, true);
}
