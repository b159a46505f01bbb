import { type Document, Element, type ParentNode } from "domhandler";
import { Parser, type ParserOptions, type Token } from "parse5";
import { adapter, type Htmlparser2TreeAdapterMap } from "parse5-htmlparser2-tree-adapter";
import { feedParser } from "./feed-parser.ts";

/** Chromium's limit on the depth of a parsed tree (`kMaximumHTMLParserDOMTreeDepth`): deeper nodes become siblings. */
export const MAX_DEPTH = 512;

/** Maximum number of steps for a document's nesting, as each new element looks at its open ancestors: about 2 seconds. */
const NESTING_BUDGET = 6_000_000_000;

/**
 * Maximum number of opened elements. Short documents may open very many, because formatting elements are repeated in each
 * paragraph.
 */
const MAX_ELEMENTS = 400_000;

export type ParsedHtml = {
  document: Document;
  /** True if parsing stopped early, because the document would exhaust the parser. */
  truncated: boolean;
};

/** Thrown to stop the parser; never leaves this file. */
class ParsingCostsTooMuch extends Error {}

/**
 * Parses HTML into the tree that a browser would build, with scripting on (so `noscript` holds text, not elements), at most
 * `MAX_DEPTH` deep. Bounded in time: a document made to exhaust the parser is read up to that point.
 */
export function parseHtml(html: string): ParsedHtml {
  const parser = new Parser<Htmlparser2TreeAdapterMap>({ treeAdapter: boundedAdapter() });
  try {
    feedParser(parser, html);
  } catch (error) {
    if (!(error instanceof ParsingCostsTooMuch)) throw error;
    return { document: parser.document, truncated: true };
  }
  return { document: parser.document, truncated: false };
}

type Adapter = NonNullable<ParserOptions<Htmlparser2TreeAdapterMap>["treeAdapter"]>;

function boundedAdapter(): Adapter {
  let open = 0;
  let opened = 0;
  let spent = 0;
  return {
    ...adapter,
    createElement,
    adoptAttributes,
    appendChild: (parent, node) => adapter.appendChild(isTooDeep(parent) ? (parent.parent ?? parent) : parent, node),
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

/**
 * Holds the attributes of one element, and inherits nothing, as an attribute may be called `constructor`. An object of a class is several
 * times as cheap to make and to search as one of `Object.create(null)`.
 */
class Attributes {
  [name: string]: string;
}
Reflect.deleteProperty(Attributes.prototype, "constructor");
Object.setPrototypeOf(Attributes.prototype, null);

/** Makes an element. The adapter's own function makes three objects for the attributes of each; two of them tell XML namespaces apart. */
const createElement: Adapter["createElement"] = (name, namespace, attributes) => {
  if (attributes.some(hasNamespace)) return adapter.createElement(name, namespace, attributes);
  const attribs = new Attributes();
  for (const attribute of attributes) attribs[attribute.name] = attribute.value;
  const element = new Element(name, attribs, []);
  element.namespace = namespace;
  return element;
};

function hasNamespace({ namespace, prefix }: Token.Attribute): boolean {
  return namespace !== undefined || prefix !== undefined;
}

/** Adds those attributes of a second `<html>` or `<body>` that the first one lacks. */
const adoptAttributes: Adapter["adoptAttributes"] = ({ attribs }, attributes) => {
  for (const { name, value } of attributes) attribs[name] ??= value;
};

/** True if a child appended here would be below `MAX_DEPTH`. Walks up, as nearly all nodes have few ancestors. */
function isTooDeep(parent: ParentNode): boolean {
  let depth = 0;
  for (let above = parent.parent; above !== null; above = above.parent) {
    depth += 1;
    if (depth >= MAX_DEPTH) return true;
  }
  return false;
}
