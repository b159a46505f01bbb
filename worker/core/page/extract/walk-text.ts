import { type ChildNode, type Document, type Element, isTag, isText } from "domhandler";
import { declaredLanguage } from "../../language/declared-language.ts";
import type { BlockKind } from "../block.ts";
import { makeShownChildren, pushReversed } from "../html/composed-tree.ts";
import { isBlockElement, kindOf } from "../html/element-kinds.ts";
import { readingOf } from "../html/reading-rules.ts";
import { attributeTexts } from "./attribute-texts.ts";
import { isEmptyHeading } from "./empty-heading.ts";
import { addObject, addPicture, addText, emptyRun, enterElement, finishRun, leaveElement, type RunText } from "./run-text.ts";

/** One text of a page before it gets a hash and a selector. `element` contains it. */
export type FoundText = { element: Element; kind: BlockKind; lang: string | null; text: string };

/** The open run of a block-level element, or of an inline element that is a unit by itself. */
type Scope = { element: Element | null; kind: BlockKind; lang: string | null; run: RunText };

/** Work left after an element's children. `endRun`: its scope ends; `inline`: it is part of its parent's run. */
type Leave = { leave: "endRun" } | { leave: "inline"; apart: boolean };

type Walk = {
  work: (ChildNode | Leave)[];
  scopes: Scope[];
  shownChildren: (element: Element) => readonly ChildNode[];
  /** Receives the texts of one run; see `walkText`. */
  emit: (element: Element | null, kind: BlockKind, lang: string | null, parts: readonly string[]) => void;
};

/**
 * Reads a page's texts in document order; the units inside an element (tooltips, buttons) come before its own text. Uses an
 * explicit stack, so depth costs nothing.
 * 1. A block-level element ends the run before it and begins a new one.
 * 2. An inline element adds to the run around it; where two adjoin, `addText` decides if they join.
 * 3. A button, or an inline element in another language, is a run of its own and leaves a placeholder in the run around it.
 * 4. A heading without words gets its tag as its text, so that it is one Block on all pages.
 * `onText` returns false to stop the walk.
 */
export function walkText(document: Document, defaultLang: string | null, onText: (found: FoundText) => boolean): void {
  let going = true;
  const emit: Walk["emit"] = (element, kind, lang, parts) => {
    if (!element || parts.length === 0) return;
    for (const text of finishRun(parts)) going &&= onText({ element, kind, lang, text });
  };
  const outermost: Scope = { element: null, kind: "text", lang: defaultLang, run: emptyRun() };
  const walk: Walk = { work: [], scopes: [outermost], shownChildren: makeShownChildren(), emit };
  pushReversed(walk.work, document.children);
  for (let next = walk.work.pop(); next && going; next = walk.work.pop()) {
    const scope = walk.scopes.at(-1) ?? outermost;
    if ("leave" in next) leave(walk, next, scope);
    else if (isText(next)) addText(scope.run, next.data);
    else if (isTag(next)) enter(walk, next, scope);
  }
}

function leave(walk: Walk, what: Leave, scope: Scope): void {
  if (what.leave === "inline") {
    leaveElement(scope.run, what.apart);
    return;
  }
  endRun(walk, scope);
  walk.scopes.pop();
}

function enter(walk: Walk, element: Element, scope: Scope): void {
  const reading = readingOf(element);
  if (reading === "hidden") return;
  const lang = languageOf(element, scope.lang);
  if (reading === "prose" && isEmptyHeading(element)) walk.emit(element, "empty-heading", lang, [`<${element.name}>`]);
  const attributes = reading === "object" ? [] : attributeTexts(element);
  for (const { kind, text } of attributes) walk.emit(element, kind, lang, [text]);
  const block = isBlockElement(element.name) || (element.name === "iframe" && reading === "prose");
  if (block) endRun(walk, scope);
  if (reading === "prose") enterProse(walk, element, scope, lang, block);
  else if (!block) (reading === "object" ? addObject : addPicture)(scope.run);
}

function enterProse(walk: Walk, element: Element, scope: Scope, lang: string | null, block: boolean): void {
  if (element.name === "br") {
    addText(scope.run, " ");
    return;
  }
  if (block || isUnit(element, lang, scope.lang)) {
    if (!block) addObject(scope.run);
    const kind = kindOf(element.name, element.attribs.role, scope.kind);
    walk.scopes.push({ element, kind, lang, run: emptyRun() });
    walk.work.push({ leave: "endRun" });
  } else {
    const apart = standsApart(element);
    enterElement(scope.run, apart);
    walk.work.push({ leave: "inline", apart });
  }
  pushReversed(walk.work, walk.shownChildren(element));
}

function endRun(walk: Walk, scope: Scope): void {
  const { parts } = scope.run;
  scope.run = emptyRun();
  walk.emit(scope.element, scope.kind, scope.lang, parts);
}

function languageOf(element: Element, around: string | null): string | null {
  const declared = declaredLanguage(element);
  return declared === undefined ? around : declared;
}

function isUnit(element: Element, lang: string | null, around: string | null): boolean {
  return lang !== around || element.name === "button" || element.attribs.role === "button";
}

/** True for elements that are never half of a word: links (`<a>Home</a><a>About</a>`), edits, custom elements. */
function standsApart(element: Element): boolean {
  return element.name === "a" || element.name === "del" || element.name === "ins" || element.name.includes("-");
}
