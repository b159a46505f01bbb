import type { ParentNode } from "domhandler";
import { isTag } from "domhandler";
import { parseHtml } from "../page/html/parse-html.ts";

/** Ways to prove that a site is one's own: a tag in its start page, a file on its server, a record of its domain. */
export const PROOF_WAYS = ["tag", "file", "dns"] as const;
export type ProofWay = (typeof PROOF_WAYS)[number];

const NAME = "flawless-proof";

/** Where the file may lie on the site's host (RFC 8615); the second, where a server does not give away what begins with a dot. */
export const PROOF_PATHS = [`/.well-known/${NAME}.txt`, `/${NAME}.txt`] as const;

/** What goes into the `<head>` of the start page. */
export function proofTag(token: string): string {
  return `<meta name="${NAME}" content="${token}">`;
}

/** What goes into a TXT record of the domain. */
export function proofRecord(token: string): string {
  return `${NAME}=${token}`;
}

/** True if the page's own `<head>` holds a proof tag: with this token, with another, or none. What stands in the body anyone may have written. */
export function findProofTag(html: string, token: string): "found" | "other" | "none" {
  if (!html.toLowerCase().includes(NAME)) return "none";
  const contents = metaContents(parseHtml(html).document);
  return contents.includes(token) ? "found" : contents.length > 0 ? "other" : "none";
}

/** True if a proof file holds the token: on a line of its own, so that no page that shows it by chance counts. */
export function isProofFile(text: string, token: string): boolean {
  return text.split(/\r\n?|\n/).some((line) => line.replace(/^\uFEFF/, "").trim() === token);
}

/** True if one of a name's TXT records (each in its pieces, RFC 7208, 3.3) is the proof: this token's, another's, or none. */
export function findProofRecord(records: readonly (readonly string[])[], token: string): "found" | "other" | "none" {
  const said = records.map((pieces) => pieces.join("").trim());
  if (said.includes(proofRecord(token))) return "found";
  return said.some((record) => record.startsWith(`${NAME}=`)) ? "other" : "none";
}

/** Names whose TXT records count for a start URL: its host, and the domain that it is `www.` of. */
export function proofHosts(startUrl: string): string[] {
  const { hostname } = new URL(startUrl);
  return [...new Set([hostname, hostname.replace(/^www\./, "")])];
}

function metaContents(document: ParentNode): string[] {
  const childOf = (parent: ParentNode, name: string) =>
    parent.children.filter(isTag).find((element) => element.name === name) ?? null;
  const html = childOf(document, "html");
  const head = html && childOf(html, "head");
  return (head?.children ?? []).filter(isTag).flatMap(({ name, attribs }) => {
    const isProof = name === "meta" && attribs.name?.trim().toLowerCase() === NAME;
    return isProof ? [(attribs.content ?? "").trim()] : [];
  });
}
