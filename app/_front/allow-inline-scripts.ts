import { createHash } from "node:crypto";
import { type DefaultTreeAdapterMap, parse } from "parse5";

type Node = DefaultTreeAdapterMap["node"];

const OWN_SCRIPTS = "script-src 'self'";

/**
 * Returns a Content-Security-Policy that also allows the inline scripts of one HTML document, by their hashes (CSP Level 3, 8.1). Data
 * blocks such as JSON-LD get one too, which does no harm.
 */
export function allowInlineScripts(policy: string, html: string): string {
  const hashes = new Set(inlineScripts(parse(html)).map((script) => `'sha256-${sha256(script)}'`));
  return hashes.size === 0 ? policy : policy.replace(OWN_SCRIPTS, `${OWN_SCRIPTS} ${[...hashes].join(" ")}`);
}

function inlineScripts(node: Node): string[] {
  if (!("childNodes" in node)) return [];
  if (node.nodeName !== "script") return node.childNodes.flatMap(inlineScripts);
  if ("attrs" in node && node.attrs.some(({ name }) => name === "src")) return [];
  return [node.childNodes.map((child) => ("value" in child ? child.value : "")).join("")];
}

function sha256(text: string): string {
  return createHash("sha256").update(text).digest("base64");
}
