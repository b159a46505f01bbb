import { type DefaultTreeAdapterMap, parse, serialize } from "parse5";

type Node = DefaultTreeAdapterMap["node"];

/**
 * Shows that a form is being sent, in its element with `data-busy`, and ignores a second click. A person who stopped the browser can send it
 * again after some seconds. A page that comes back from the browser's history is as before.
 */
const FORM_FEEDBACK = `<script>{
  const sent = new Map();
  addEventListener("submit", (event) => {
    const status = event.target.querySelector("[data-busy]");
    const before = sent.get(event.target);
    if (before && Date.now() - before.at < 5000) return event.preventDefault();
    sent.set(event.target, { at: Date.now(), status, words: before ? before.words : status && status.textContent });
    if (status) status.textContent = status.dataset.busy;
  });
  addEventListener("pageshow", () => {
    for (const { status, words } of sent.values()) if (status) status.textContent = words;
    sent.clear();
  });
}</script>`;

/**
 * Returns a page of Next without the scripts that make it interactive: its links and forms work without them, and they would be far
 * larger than the page. Data blocks such as JSON-LD stay. A page with a form gets a few lines of script instead.
 */
export function staticHtml(html: string): string {
  const document = parse(html);
  const found = { forms: 0 };
  strip(document, found);
  return serialize(document) + (found.forms > 0 ? FORM_FEEDBACK : "");
}

function strip(node: Node, found: { forms: number }): void {
  if (node.nodeName === "form") found.forms += 1;
  if (!("childNodes" in node)) return;
  node.childNodes = node.childNodes.filter((child) => !isScript(child));
  for (const child of node.childNodes) strip(child, found);
}

function isScript(node: Node): boolean {
  if (!("attrs" in node)) return false;
  const attributes = new Map(node.attrs.map(({ name, value }) => [name, value]));
  if (node.nodeName === "script") return attributes.get("type") !== "application/ld+json";
  return node.nodeName === "link" && attributes.get("as") === "script";
}
