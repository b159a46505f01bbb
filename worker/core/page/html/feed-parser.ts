import { html as names, type Parser, Token, TokenizerMode, type TreeAdapterTypeMap } from "parse5";

/** Whitespace as HTML has it. A carriage return is none: it is made a line feed first. */
const SPACES = /[\t\n\f ]+/y;
const START = /<([a-z][a-z0-9:-]*)/y;
const ATTRIBUTE = /[\t\n\f ]+([a-z_][a-z0-9:._-]*)(?:="([^"&]*)"|='([^'&]*)')?/y;
const START_END = /[\t\n\f ]*(\/?)>/y;
const END = /<\/([a-z][a-z0-9:-]*)[\t\n\f ]*>/y;

/** After these tags the tokenizer is in another state, or must know which tag was last. */
const TELL_TOKENIZER = new Set("title textarea style xmp iframe noembed noframes noscript script plaintext".split(" "));

/** Of tags with more, the tokenizer knows better which name came twice. */
const MOST_ATTRIBUTES = 20;

/** In framesets, what text counts is decided word by word; U+0000 is dropped in some places and replaced in others. */
const ONLY_BY_TOKENIZER = /<frameset|\0/i;

/** Smallest part of a document that its tokenizer gets at a time, after one that ended inside a comment, a script or a tag. */
const FIRST_PART = 256;
/** What it has read, the tokenizer keeps up to this length, and copies with each part that it gets. */
const KEPT = 1_024;

/**
 * Gives a whole document to a parser, several times as fast as its tokenizer does. Plain tags and plain text, which is nearly all of most
 * documents, are found here and handed on as the tokens that the tokenizer would make of them; everything else (references, comments,
 * scripts, capitals, mistakes) the tokenizer reads itself. Which of both reads a part changes nothing in the tree.
 */
export function feedParser<T extends TreeAdapterTypeMap>(parser: Parser<T>, text: string): void {
  const { tokenizer } = parser;
  const html = text.includes("\r") ? text.replace(/\r\n?/g, "\n") : text;
  tokenizer.preprocessor.bufferWaterline = KEPT;
  let at = 0;
  const end = ONLY_BY_TOKENIZER.test(html) ? 0 : html.length;
  for (let part = 0; at < end; ) {
    const next = tokenizer.state === TokenizerMode.DATA ? feedPlain(parser, html, at) : at;
    if (next > at) {
      at = next;
      part = 0;
      continue;
    }
    const tag = Math.max(html.indexOf("<", at), at + part);
    const partEnd = html.indexOf(">", tag) + 1;
    if (partEnd === 0) break;
    tokenizer.write(html.slice(at, partEnd), false);
    if (tokenizer.state === TokenizerMode.DATA) tokenizer.flushCharacters();
    at = partEnd;
    part = Math.max(FIRST_PART, 2 * part);
  }
  tokenizer.write(html.slice(at), true);
}

/** Hands on one tag or one text that is plain. Gives where it ends; `at` where what stands there is not plain. */
function feedPlain<T extends TreeAdapterTypeMap>(parser: Parser<T>, html: string, at: number): number {
  if (html[at] === "<") return html[at + 1] === "/" ? feedEndTag(parser, html, at) : feedStartTag(parser, html, at);
  const end = html.indexOf("<", at);
  const text = html.slice(at, end);
  if (end === -1 || text.includes("&")) return at;
  // White space before the first word counts otherwise than words; what comes after a word goes where the word goes.
  const word = matchAt(SPACES, text, 0) ? SPACES.lastIndex : 0;
  const { WHITESPACE_CHARACTER, CHARACTER } = Token.TokenType;
  if (word > 0) parser.onWhitespaceCharacter({ type: WHITESPACE_CHARACTER, chars: text.slice(0, word), location: null });
  if (word < text.length) parser.onCharacter({ type: CHARACTER, chars: text.slice(word), location: null });
  return end;
}

function feedStartTag<T extends TreeAdapterTypeMap>(parser: Parser<T>, html: string, at: number): number {
  const name = matchAt(START, html, at)?.[1];
  if (name === undefined || TELL_TOKENIZER.has(name)) return at;
  let end = START.lastIndex;
  const attrs: Token.Attribute[] = [];
  for (let found = matchAt(ATTRIBUTE, html, end); found; found = matchAt(ATTRIBUTE, html, end)) {
    const [, attribute = "", quoted, apostrophed] = found;
    if (attrs.length >= MOST_ATTRIBUTES || attrs.some((other) => other.name === attribute)) return at;
    attrs.push({ name: attribute, value: quoted ?? apostrophed ?? "" });
    end = ATTRIBUTE.lastIndex;
  }
  const closing = matchAt(START_END, html, end);
  if (!closing) return at;
  end = START_END.lastIndex;
  parser.onStartTag(tagToken(Token.TokenType.START_TAG, name, attrs, closing[1] === "/"));
  return end;
}

function feedEndTag<T extends TreeAdapterTypeMap>(parser: Parser<T>, html: string, at: number): number {
  const name = matchAt(END, html, at)?.[1];
  if (name === undefined) return at;
  const end = END.lastIndex;
  parser.onEndTag(tagToken(Token.TokenType.END_TAG, name, [], false));
  return end;
}

function tagToken(
  type: Token.TagToken["type"],
  tagName: string,
  attrs: Token.Attribute[],
  selfClosing: boolean,
): Token.TagToken {
  return { type, tagName, tagID: names.getTagID(tagName), selfClosing, ackSelfClosing: false, attrs, location: null };
}

function matchAt(sticky: RegExp, text: string, at: number): RegExpExecArray | null {
  sticky.lastIndex = at;
  return sticky.exec(text);
}
