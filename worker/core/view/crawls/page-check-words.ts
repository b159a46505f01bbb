import { plural } from "../../text/plural.ts";

type Result = {
  state: "queued" | "running" | "finished" | "failed" | "cancelled";
  opened: number;
  fixed: number;
  isGone: boolean;
  failureMessage: string | null;
  linksLeft: number;
};

/** Says in plain words what a page check brought: "2 fixed, 1 new. Checked just now." */
export function pageCheckWords({ state, opened, fixed, isGone, failureMessage, linksLeft }: Result): string {
  if (state === "failed")
    return `We could not read this page. ${failureMessage ?? "It did not answer."} Its issues stay as they are.`;
  if (state === "cancelled") return "This check was stopped. The issues stay as they are.";
  const changes = [fixed > 0 && `${fixed} fixed`, opened > 0 && `${opened} new`].filter(Boolean).join(", ");
  const slow =
    linksLeft > 0 ? ` ${plural(linksLeft, "link")} ${linksLeft === 1 ? "answers" : "answer"} slowly: we go on asking.` : "";
  const gone = isGone ? "This page no longer exists. " : "";
  return `${gone}${changes || "No change"}. Checked just now.${slow}`;
}
