import type { ParentNode } from "domhandler";
import { isTag } from "domhandler";
import { parseHtml } from "../page/html/parse-html.ts";

/** Ways to prove ownership of a site: a tag in its start page, a file on its server, or a record of its domain. */
export const PROOF_METHODS = ["tag", "file", "dns"] as const;
export type ProofMethod = (typeof PROOF_METHODS)[number];

const NAME = "flawless-proof";

/** Accepted paths of the file (RFC 8615); the second is for servers that do not serve names that begin with a dot. */
export const PROOF_PATHS = [`/.well-known/${NAME}.txt`, `/${NAME}.txt`] as const;

/** Returns the tag for the `<head>` of the start page. */
export function proofTag(token: string): string {
  return `<meta name="${NAME}" content="${token}">`;
}

/** Returns the value for a TXT record of the domain. */
export function proofRecord(token: string): string {
  return `${NAME}=${token}`;
}

/**
 * Looks for a proof tag in a page's own `<head>`: with this token, another one, or none. Tags in the body do not count, because
 * visitors may have written them.
 */
export function findProofTag(html: string, token: string): "found" | "other" | "none" {
  if (!html.toLowerCase().includes(NAME)) return "none";
  const contents = metaContents(parseHtml(html).document);
  return contents.includes(token) ? "found" : contents.length > 0 ? "other" : "none";
}

/** True if a proof file has the token on a line of its own, so that a page that contains it by chance does not count. */
export function isProofFile(text: string, token: string): boolean {
  return text.split(/\r\n?|\n/).some((line) => line.replace(/^\uFEFF/, "").trim() === token);
}

/**
 * Looks for a proof in a name's TXT records, each given as its strings (RFC 7208, 3.3): with this token, another one, or none.
 */
export function findProofRecord(records: readonly (readonly string[])[], token: string): "found" | "other" | "none" {
  const said = records.map((pieces) => pieces.join("").trim());
  if (said.includes(proofRecord(token))) return "found";
  return said.some((record) => record.startsWith(`${NAME}=`)) ? "other" : "none";
}

/** Returns the names whose TXT records count for a start URL: its host, and that host without `www.`. */
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
