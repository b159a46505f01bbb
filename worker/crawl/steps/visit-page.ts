import { READING_VERSION } from "#worker/core/crawl/reading-version.ts";
import type { PreviousVisit } from "#worker/core/crawl/visit.ts";
import type { CrawlContext, PlanFields, Ports, Task } from "../crawl-context.ts";
import { checksTexts } from "../crawl-plan.ts";
import { type ReadContext, type Reading, readPage } from "./read-page.ts";
import { type RecordContext, recordVisit } from "./record-visit.ts";
import { noteRefusedSignIn, REFUSED_SIGN_IN } from "./refused-sign-in.ts";
import { noteTrustedRead } from "./render-trust.ts";
import type { MirrorReading } from "./visit.ts";

export type VisitContext = ReadSafelyContext &
  RecordContext &
  Pick<CrawlContext, "isInScope" | "mirrorHosts" | "frontier" | "previousVisitOf" | "proofs" | "renderTrust">;

/**
 * Visits one address: reads it, adds the addresses that it leads to, and hands it on to be checked and recorded.
 * Resolves when fetching may go on, not when the page is recorded. Rejects only when the memory does.
 */
export async function visitPage(context: VisitContext, task: Task): Promise<void> {
  const startedAt = context.ports.now();
  const known = await resultWithoutReading(context, task);
  if (known) return await recordVisit(context, { task, startedAt, previous: null, reading: known });
  const { url } = task.entry;
  const previous = await context.previousVisitOf(url);
  const reading = await readSafely(context, url, previous);
  if (context.signal.aborted) return;
  if ("isTrusted" in reading && reading.isTrusted) noteTrustedRead(context, task);
  await recordVisit(context, { task, startedAt, previous, reading });
}

/** Returns the result for an address that need not be read: one out of scope, on a host known as a mirror, or known as a copy. */
async function resultWithoutReading(
  { isInScope, mirrorHosts, frontier, traps }: Pick<CrawlContext, "isInScope" | "mirrorHosts" | "frontier" | "traps">,
  { entry: { url, depth } }: Task,
): Promise<Reading | MirrorReading | null> {
  if (!isInScope(url)) return { kind: "elsewhere", target: url, status: null };
  // Known pages are visited also in traps, but of a copy the original is read.
  const standIn = traps.parameters.standIn(url);
  const copied = traps.folders.copyAt(url)?.original ?? traps.paths.originalOf(url);
  const original = copied ?? (standIn === url ? mirrorHosts.mainAddressOf(url) : standIn);
  if (original === null) return null;
  await frontier.addInstead({ url: original, depth, source: "link" });
  return { kind: "mirror", original, status: null };
}

type ReadSafelyContext = ReadContext &
  PlanFields<"only" | "signIn" | "startUrl"> &
  Ports<"checks" | "onFault"> &
  Pick<CrawlContext, "isSignInForm">;

/** Reads a page. A fault of ours must not end the Crawl: the page counts as failed, and the operator gets the fault. */
async function readSafely(context: ReadSafelyContext, url: string, previous: PreviousVisit | null): Promise<Reading> {
  const { plan, ports, signal } = context;
  // New rules or dictionaries must see the page's text, so "not modified" is not enough for them.
  const isFullyChecked = !checksTexts(plan) || previous?.checksVersion === ports.checks.version;
  const mayBeSame = previous?.contentHash != null && previous.readingVersion === READING_VERSION && isFullyChecked;
  try {
    const reading = await readPage(context, url, previous, mayBeSame);
    if (!plan.signIn) return reading;
    if (reading.kind === "read" && (await context.isSignInForm(reading, url, previous)))
      return { kind: "nothing", status: 403, failure: REFUSED_SIGN_IN };
    return noteRefusedSignIn(reading, url, url === plan.startUrl || Boolean(previous?.contentHash));
  } catch (error) {
    if (!signal.aborted) ports.onFault(error, url);
    const message = "Something went wrong on our side while we read this page. We try again next time.";
    return { kind: "nothing", status: null, failure: { code: "internal", message } };
  }
}
