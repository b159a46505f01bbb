import { faultyAnswer, type LinkAnswer } from "#worker/core/checks/links/link-answer.ts";
import type { HttpClient } from "../client/http-client.ts";
import { askTarget } from "./ask-target.ts";

/** Says of an address that works over http what a secure site makes of it. @throws the signal's reason when it aborts. */
export type JudgeSecurity = (address: string, answer: LinkAnswer, signal: AbortSignal) => Promise<LinkAnswer>;

/**
 * An address written with http that works: is it to be had over https, too? Each host is asked once, for the first such address on it;
 * what has moved to https for good says so itself.
 */
export function createJudgeSecurity(client: HttpClient): JudgeSecurity {
  const secureHosts = new Map<string, Promise<boolean>>();
  return async (address, answer, signal) => {
    if (answer.state !== "ok" || !address.startsWith("http:")) return answer;
    const secure = address.replace(/^http:/, "https:");
    const isThere = async () => {
      const { state } = await askTarget(client, secure, { method: "HEAD", body: "none", signal });
      return state === "ok" || state === "moved";
    };
    const { host, port } = new URL(address);
    if (port === "" && answer.finalUrl === null) {
      const known = secureHosts.get(host) ?? isThere();
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
