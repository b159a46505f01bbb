/**
 * Holds how a list differs from the server's while decisions are on their way. `leaving`: hidden issues, with the number of the decision that
 * hides them. `settled`: decisions that the server has made, whose issues are hidden until it sends the list again. `refused`: reasons
 * by issue. `assigned`: assignments that are shown already.
 */
export type ListMarks = {
  leaving: ReadonlyMap<string, number>;
  settled: ReadonlySet<number>;
  refused: ReadonlyMap<string, string>;
  assigned: ReadonlyMap<string, { decision: number; userId: string | null }>;
};

export type ListEvent =
  | { type: "leave"; decision: number; ids: readonly string[] }
  | { type: "assign"; decision: number; ids: readonly string[]; userId: string | null }
  | { type: "accepted"; decision: number }
  | { type: "refused"; decision: number; ids: readonly string[]; reason: string }
  | { type: "returned"; ids: readonly string[] }
  | { type: "listed"; ids: readonly string[] };

export const NO_MARKS: ListMarks = { leaving: new Map(), settled: new Set(), refused: new Map(), assigned: new Map() };

/**
 * Returns the marks after an event:
 * 1. leave, assign: shown at once, and an earlier refusal of these issues is forgotten;
 * 2. accepted: hidden issues stay hidden until the server's next list, which may have them again after an undo;
 * 3. refused: they are back at once, with the reason;
 * 4. returned: they were undone before the server's next list;
 * 5. listed: the server's list has what it accepted. Only decisions on their way still hide issues.
 */
export function markList(marks: ListMarks, event: ListEvent): ListMarks {
  switch (event.type) {
    case "leave":
      return {
        ...marks,
        leaving: new Map([...marks.leaving, ...event.ids.map((id): [string, number] => [id, event.decision])]),
        refused: without(marks.refused, event.ids),
      };
    case "assign":
      return {
        ...marks,
        assigned: new Map([
          ...marks.assigned,
          ...event.ids.map((id) => [id, { decision: event.decision, userId: event.userId }] as const),
        ]),
        refused: without(marks.refused, event.ids),
      };
    case "accepted":
      return { ...marks, settled: new Set([...marks.settled, event.decision]) };
    case "refused":
      return {
        ...marks,
        leaving: keep(marks.leaving, (decision) => decision !== event.decision),
        assigned: keep(marks.assigned, ({ decision }) => decision !== event.decision),
        refused: new Map([...marks.refused, ...event.ids.map((id): [string, string] => [id, event.reason])]),
      };
    case "returned":
      return { ...marks, leaving: without(marks.leaving, event.ids), assigned: without(marks.assigned, event.ids) };
    case "listed": {
      const shown = new Set(event.ids);
      return {
        leaving: keep(marks.leaving, (decision) => !marks.settled.has(decision)),
        assigned: keep(marks.assigned, ({ decision }) => !marks.settled.has(decision)),
        settled: new Set(),
        refused: new Map([...marks.refused].filter(([id]) => shown.has(id))),
      };
    }
  }
}

/** Returns the issue to focus when some leave the list: the next that stays after the last of them, else the one before; null if none. */
export function neighbourOf(shown: readonly string[], leaving: ReadonlySet<string>): string | null {
  const last = shown.findLastIndex((id) => leaving.has(id));
  const stays = (id: string) => !leaving.has(id);
  return shown.slice(last + 1).find(stays) ?? shown.slice(0, Math.max(last, 0)).findLast(stays) ?? null;
}

function without<Value>(map: ReadonlyMap<string, Value>, ids: readonly string[]): ReadonlyMap<string, Value> {
  const rest = new Map(map);
  for (const id of ids) rest.delete(id);
  return rest;
}

function keep<Value>(map: ReadonlyMap<string, Value>, stays: (value: Value) => boolean): ReadonlyMap<string, Value> {
  return new Map([...map].filter(([, value]) => stays(value)));
}
