import { faultyAnswer, type LinkAnswer } from "#worker/core/checks/links/link-answer.ts";
import type { HttpClient } from "../client/http-client.ts";
import { requestTarget } from "./request-target.ts";

/** Judges an address that works over http from the view of a secure site. @throws the signal's reason when it aborts. */
export type JudgeSecurity = (address: string, answer: LinkAnswer, signal: AbortSignal) => Promise<LinkAnswer>;

/**
 * Creates a judge that finds out whether a working http address is also available over https. It requests one address of each host; an
 * address that redirects to https permanently is reported as moved already.
 */
export function createJudgeSecurity(client: HttpClient): JudgeSecurity {
  const secureHosts = new Map<string, Promise<boolean>>();
  return async (address, answer, signal) => {
    if (answer.state !== "ok" || !address.startsWith("http:")) return answer;
    const secure = address.replace(/^http:/, "https:");
    const isAvailable = async () => {
      const { state } = await requestTarget(client, secure, { method: "HEAD", body: "none", signal });
      return state === "ok" || state === "moved";
    };
    const { host, port } = new URL(address);
    if (port === "" && answer.finalUrl === null) {
      const known = secureHosts.get(host) ?? isAvailable();
      secureHosts.set(host, known);
      if (await known) return { ...insecure("links/insecure", answer, secure), anchors: answer.anchors };
    }
    return { ...insecure("links/plain-http", answer, answer.finalUrl), anchors: answer.anchors };
  };
}

function insecure(rule: "links/insecure" | "links/plain-http", { status }: LinkAnswer, finalUrl: string | null): LinkAnswer {
  const reason =
    rule === "links/insecure"
      ? "This link uses http, but the page is also available over https."
      : "This address works only over http, without encryption.";
  return faultyAnswer(rule, reason, { status, finalUrl });
}
