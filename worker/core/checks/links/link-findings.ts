import { UNSAFE_FORM } from "../../page/html/link-attributes.ts";
import type { PageLink } from "../../page/page-content.ts";
import { folderLink } from "../../url/folder-link.ts";
import { type IntendedAddress, intendedAddress } from "../../url/intended-address.ts";
import { steadyAddress } from "../../url/steady-address.ts";
import type { Finding } from "../finding.ts";
import { linkRule } from "./link-rules.ts";
import { unsafeUse } from "./link-use.ts";
import type { LinkVerdict } from "./link-verdict.ts";
import { isMistaken } from "./mistaken-target.ts";
import { neededAt, needsFile } from "./target-use.ts";

/**
 * Returns one Finding for each faulty use of a link target on a page. Without a verdict, only insecure forms are reported.
 * Unknown targets give Findings, too, so that their fingerprints can be marked undecided; these are neither shown nor mailed.
 * A secure page that loads a part over http is reported even if the target works.
 */
export function linkFindings(verdict: LinkVerdict | null, uses: readonly PageLink[], pageUrl: string): Finding[] {
  return uses.flatMap((use) => {
    const found = use.element === UNSAFE_FORM ? formWording(use, pageUrl) : verdict && wordingOf(verdict, use, pageUrl);
    return found ? [finding(verdict?.url ?? use.url, use, found)] : [];
  });
}

type Wording = { rule: string; message: string; suggestions: string[] };

function formWording(use: PageLink, pageUrl: string): Wording | null {
  const message = unsafeUse(pageUrl, use.url, use);
  return message === null ? null : { rule: "links/mixed-content", message, suggestions: [] };
}

function wordingOf(verdict: LinkVerdict, use: PageLink, pageUrl: string): Wording | null {
  if (verdict.state === "ok") return null;
  const { state, finalUrl, reason } = verdict;
  const rule = verdict.rule ?? "links/unknown";
  const intended = state === "broken" ? intendedAddress(use.href) : null;
  if (intended) return { rule: ruleOfMistaken(rule), message: messageOf(verdict, intended), suggestions: [intended.address] };
  // Written like this, the link leads where it should.
  if (isMistaken(verdict)) return null;
  // A visitor who follows a link to it sees that page.
  if (rule === "links/wrong-type" && !needsFile(neededAt(use))) return null;
  const better = (state === "moved" || state === "insecure" || rule === "links/relative") && finalUrl ? [finalUrl] : [];
  // Others lead there on purpose.
  if (rule === "links/relative" && folderLink(use) === null) return null;
  const unsafe = state === "moved" || state === "insecure" ? unsafeUse(pageUrl, verdict.url, use) : null;
  if (unsafe !== null) return { rule: "links/mixed-content", message: unsafe, suggestions: better.filter(isSecure) };
  if (state === "insecure" && (!isSecure(pageUrl) || rule !== "links/insecure")) return null;
  return { rule, message: reason, suggestions: better };
}

/** Rules that say more about a link without its scheme than that it is malformed. */
const TELLING = new Set(["links/not-found", "links/server-error", "links/unreachable"]);

function ruleOfMistaken(rule: string): string {
  return TELLING.has(rule) ? rule : "links/malformed";
}

function messageOf({ status, rule }: LinkVerdict, { lacks }: IntendedAddress): string {
  const where = `This link lacks “${lacks}”, so it leads to an address of your own site`;
  if (rule === "links/not-found") return `${where}, and there is no such page (${status}).`;
  return rule === "links/malformed" ? `${where}, and there is no page for it.` : `${where}.`;
}

function isSecure(address: string): boolean {
  return address.startsWith("https:");
}

function finding(target: string, use: PageLink, { rule, message, suggestions }: Wording): Finding {
  const { severity, confidence } = linkRule(rule);
  return {
    check: "links",
    rule,
    severity,
    confidence,
    message,
    text: target,
    suggestions,
    excerpt: use.text,
    range: null,
    subject: linkSubject(target, rule),
  };
}

/** Rules about an anchor. All others are about the page, with any anchor. */
const OF_ANCHOR = "links/fragment";

/**
 * Returns the target by which an Issue is recognised again, without its volatile parts. A page that is gone is one Issue, however many of
 * its anchors are linked.
 */
export function linkSubject(target: string, rule: string): string {
  const url = URL.parse(steadyAddress(target));
  if (!url) return target;
  if (rule !== OF_ANCHOR && /^https?:$/u.test(url.protocol)) url.hash = "";
  return url.href;
}
