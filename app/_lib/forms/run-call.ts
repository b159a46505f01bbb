import { type FormState, runAction } from "./run-action.ts";

/** Runs the body of a server action that a script calls, where there is no form to show errors at: the first one becomes `error`. */
export async function runCall(work: () => Promise<FormState | undefined>): Promise<FormState> {
  const { fields = {}, ...state } = await runAction(work);
  const [first] = Object.values(fields);
  return first === undefined || state.error !== undefined ? state : { ...state, error: first };
}
