import { html as names, type Parser, Token, TokenizerMode, type TreeAdapterTypeMap } from "parse5";

/** HTML white space. Carriage returns were already replaced with line feeds. */
const SPACES = /[\t\n\f ]+/y;
const START = /<([a-z][a-z0-9:-]*)/y;
const ATTRIBUTE = /[\t\n\f ]+([a-z_][a-z0-9:._-]*)(?:="([^"&]*)"|='([^'&]*)')?/y;
const START_END = /[\t\n\f ]*(\/?)>/y;
const END = /<\/([a-z][a-z0-9:-]*)[\t\n\f ]*>/y;

/** Start tags that change the tokenizer's state or that it must remember. */
const TELL_TOKENIZER = new Set("title textarea style xmp iframe noembed noframes noscript script plaintext".split(" "));

/** Tags with more attributes go to the tokenizer, because looking for duplicate names here takes quadratic time. */
const MOST_ATTRIBUTES = 20;

/** Left to the tokenizer: framesets filter text word by word, and U+0000 is dropped in some places and replaced in others. */
const ONLY_BY_TOKENIZER = /<frameset|\0/i;

/** Smallest chunk for the tokenizer after a chunk that ended inside a comment, a script or a tag. */
const FIRST_PART = 256;
/** Length up to which the tokenizer keeps its input, which it copies with each chunk. */
const KEPT = 1_024;

/**
 * Feeds a document to a parser several times as fast as its own tokenizer would. Plain tags and plain text, which make up most
 * documents, are recognised here and passed on as tokens; the tokenizer reads everything else (references, comments, scripts,
 * capitals, errors). The resulting tree is the same.
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

/** Passes on one plain tag or text. Returns the index after it, or `at` if the input there is not plain. */
function feedPlain<T extends TreeAdapterTypeMap>(parser: Parser<T>, html: string, at: number): number {
  if (html[at] === "<") return html[at + 1] === "/" ? feedEndTag(parser, html, at) : feedStartTag(parser, html, at);
  const end = html.indexOf("<", at);
  const text = html.slice(at, end);
  if (end === -1 || text.includes("&")) return at;
  // The parser treats leading white space differently from words; white space after a word goes with the word.
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
