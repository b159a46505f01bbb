"use client";

import { unstable_rethrow } from "next/navigation";
import { type ActionDispatch, useCallback, useRef } from "react";
import { useToast } from "#app/_components/toaster.tsx";
import type { FormState } from "#app/_lib/forms/run-action.ts";
import type { ListEvent } from "#app/_lib/issue-list/list-marks.ts";

type Act = () => Promise<FormState>;
/** `effect`: what is shown before the server answers. `undoOf`: how to undo, from the server's answer; null if that is impossible. */
export type Decision = {
  ids: readonly string[];
  words: string;
  effect: "leave" | { assignTo: string | null };
  act: Act;
  undoOf(state: FormState): Act | null;
};
export type Decide = (decision: Decision) => void;

type Done = { ids: readonly string[]; answer: Promise<Act | null> };
type Wiring = {
  mark: ActionDispatch<[event: ListEvent]>;
  /** Called before issues leave, and before they return. */
  onLeave(ids: readonly string[]): void;
  onReturn(ids: readonly string[]): void;
};

const UNREACHABLE = "We could not reach the server, so nothing changed. Check your connection and try again.";

/** Returns functions that make a decision and that undo the latest one. A failed decision is taken back on the screen, with its reason. */
export function useDecisions({ mark, onLeave, onReturn }: Wiring): { decide: Decide; undoLast(): void } {
  const toast = useToast();
  const counter = useRef(0);
  const done = useRef<Done[]>([]);
  const undo = useCallback(
    async (entry: Done) => {
      done.current = done.current.filter((other) => other !== entry);
      const act = await entry.answer;
      if (act === null) return;
      mark({ type: "returned", ids: entry.ids });
      onReturn(entry.ids);
      const { error, done: words } = await answerOf(act);
      toast({ words: error ?? words ?? "Undone." });
    },
    [mark, onReturn, toast],
  );
  const decide = useCallback<Decide>(
    ({ ids, words, effect, act, undoOf }) => {
      counter.current += 1;
      const decision = counter.current;
      if (effect === "leave") {
        onLeave(ids);
        mark({ type: "leave", decision, ids });
      } else mark({ type: "assign", decision, ids, userId: effect.assignTo });
      const answer = answerOf(act).then((state) => {
        if (state.error !== undefined) {
          mark({ type: "refused", decision, ids, reason: state.error });
          onReturn(ids);
          toast({ words: state.error });
          return null;
        }
        mark({ type: "accepted", decision });
        return undoOf(state);
      });
      const entry: Done = { ids, answer };
      done.current = [...done.current, entry];
      answer.then((takeBack) => {
        if (takeBack === null) done.current = done.current.filter((other) => other !== entry);
        else if (done.current.includes(entry)) toast({ words, undo: () => undo(entry) });
      }, reportFault);
    },
    [mark, onLeave, onReturn, toast, undo],
  );
  const undoLast = useCallback(() => {
    const last = done.current.at(-1);
    if (last) undo(last).catch(reportFault);
    else toast({ words: "There is nothing left to undo here." });
  }, [toast, undo]);
  return { decide, undoLast };
}

/** Returns the answer of an action; a request that failed is an answer, too. */
async function answerOf(act: Act): Promise<FormState> {
  try {
    return await act();
  } catch (error) {
    unstable_rethrow(error);
    return { error: UNREACHABLE };
  }
}

function reportFault(error: unknown): void {
  // A fault of ours: the browser's console and the error page get it, as if it were thrown here.
  queueMicrotask(() => {
    throw error;
  });
}
