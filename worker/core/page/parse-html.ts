import type { ChildNode, Document, ParentNode } from "domhandler";
import { isTag } from "domhandler";
import { Parser, type ParserOptions } from "parse5";
import { adapter, type Htmlparser2TreeAdapterMap } from "parse5-htmlparser2-tree-adapter";

/** Chromium's limit on the depth of a parsed tree (`kMaximumHTMLParserDOMTreeDepth`): what is deeper hangs beside, not below. */
export const MAX_DEPTH = 512;

/** Steps that a document's nesting may cost its parser, as each new element looks at its open ancestors: 2 seconds at most. */
const NESTING_BUDGET = 6_000_000_000;

/** Elements that a document may open. Some short documents ask for very many: formatting elements are repeated in each paragraph. */
const MAX_ELEMENTS = 400_000;

export type ParsedHtml = {
  document: Document;
  /** Whether parsing stopped before the end, because the document is made to exhaust a parser. */
  truncated: boolean;
};

/** Thrown out of the parser to stop it; never leaves this file. */
class ParsingCostsTooMuch extends Error {}

/**
 * The tree that a browser would build from `html`, scripting on (so `noscript` holds text, not elements), at most `MAX_DEPTH` deep.
 * Bounded in time for any input: a document made to exhaust a parser is read up to where it does.
 */
export function parseHtml(html: string): ParsedHtml {
  const parser = new Parser<Htmlparser2TreeAdapterMap>({ treeAdapter: boundedAdapter() });
  try {
    parser.tokenizer.write(html, true);
  } catch (error) {
    if (!(error instanceof ParsingCostsTooMuch)) throw error;
    return { document: parser.document, truncated: true };
  }
  return { document: parser.document, truncated: false };
}

type Adapter = NonNullable<ParserOptions<Htmlparser2TreeAdapterMap>["treeAdapter"]>;

function boundedAdapter(): Adapter {
  const depths = new WeakMap<ParentNode, number>();
  let open = 0;
  let opened = 0;
  let spent = 0;
  const place = (parent: ParentNode, node: ChildNode): ParentNode => {
    const depth = depths.get(parent) ?? 0;
    const tooDeep = depth >= MAX_DEPTH && parent.parent !== null;
    if (isTag(node)) depths.set(node, tooDeep ? depth : depth + 1);
    return tooDeep ? (parent.parent ?? parent) : parent;
  };
  return {
    ...adapter,
    appendChild: (parent, node) => adapter.appendChild(place(parent, node), node),
    insertBefore(parent, node, reference) {
      if (isTag(node)) depths.set(node, (depths.get(parent) ?? 0) + 1);
      adapter.insertBefore(parent, node, reference);
    },
    setTemplateContent(template, content) {
      depths.set(content, depths.get(template) ?? 0);
      adapter.setTemplateContent(template, content);
    },
    onItemPush() {
      open += 1;
      opened += 1;
      spent += open;
      if (spent > NESTING_BUDGET || opened > MAX_ELEMENTS) throw new ParsingCostsTooMuch();
    },
    onItemPop() {
      open -= 1;
    },
  };
}
