import ts from "typescript";

/** Names of properties and attributes that hold text for people. */
const SAYING = new Set(
  "message reason title label heading hint description placeholder alt aria-label subject preview pending done failed name note".split(
    " ",
  ),
);
/** Attributes and properties that never hold text for people. */
const SILENT = new Set(
  "className style href src rel sizes d viewBox media pattern patterns fixes wrong right about content key allow".split(" "),
);
/** Calls whose strings customers never see: logs, and errors that only a bug throws. */
const SILENT_CALLS =
  /^(?:log|logger|console|RegExp|Error|TypeError|pattern|phrases|querySelector\w*|wordSet|Set|Map|split|setAttribute|\$?queryRaw\w*|\$?executeRaw\w*)$/u;

/** Calls whose strings are texts for people. */
const SAYING_CALLS = /^(?:DomainError|invalid|refuses|wrong)$/u;

/** Reads the texts for people in one source file, in order; `${name}` is shown as {name}. */
export function readTexts(fileName: string, source: string): string[] {
  const kind = fileName.endsWith("x") ? ts.ScriptKind.TSX : ts.ScriptKind.TS;
  const texts: string[] = [];
  visit(ts.createSourceFile(fileName, source, ts.ScriptTarget.Latest, true, kind), false);
  return texts;

  function visit(node: ts.Node, isSaying: boolean): void {
    if (ts.isImportDeclaration(node) || ts.isTypeNode(node) || ts.isTaggedTemplateExpression(node)) return;
    if (isText(node)) add(textOf(node), isSaying);
    else if (ts.isJsxElement(node) || ts.isJsxFragment(node)) visitElement(node);
    else if (ts.isCallExpression(node) || ts.isNewExpression(node)) visitCall(node);
    else if (ts.isJsxAttribute(node) || ts.isPropertyAssignment(node)) visitNamed(node);
    else if (ts.isVariableDeclaration(node) && node.initializer) visit(node.initializer, SAYING.has(node.name.getText()));
    else {
      const isPassedOn = ts.isConditionalExpression(node) || ts.isParenthesizedExpression(node) || ts.isJsxExpression(node);
      ts.forEachChild(node, (child) => visit(child, isSaying && isPassedOn));
    }
    if (ts.isTemplateExpression(node)) for (const span of node.templateSpans) visit(span.expression, false);
  }

  function visitNamed(node: ts.JsxAttribute | ts.PropertyAssignment): void {
    const name = node.name.getText().replaceAll('"', "");
    if (SILENT.has(name) || !node.initializer) return;
    if (ts.isPropertyAssignment(node) && ts.isComputedPropertyName(node.name)) visit(node.name.expression, false);
    visit(node.initializer, SAYING.has(name));
  }

  function visitElement(element: ts.JsxElement | ts.JsxFragment): void {
    if (ts.isJsxElement(element)) visit(element.openingElement.attributes, false);
    const isRunning = element.children.some((child) => ts.isJsxText(child) && /\p{L}{2}/u.test(child.text));
    if (isRunning) texts.push(tidy(flatten(element.children)));
    for (const child of element.children) {
      if (isRunning && ts.isJsxElement(child)) visitInline(child);
      else if (!ts.isJsxText(child)) visit(child, isRunning);
    }
  }

  /** Visits an element within running text, whose words are already part of it. */
  function visitInline(element: ts.JsxElement): void {
    visit(element.openingElement.attributes, false);
    for (const child of element.children) {
      if (ts.isJsxElement(child)) visitInline(child);
      else if (!ts.isJsxText(child)) visit(child, false);
    }
  }

  function visitCall(node: ts.CallExpression | ts.NewExpression): void {
    const callee = nameOf(node.expression);
    if (ts.isPropertyAccessExpression(node.expression)) visit(node.expression.expression, false);
    if (SILENT_CALLS.test(callee) || /^(?:log|console|sql)$/u.test(node.expression.getText().split(".")[0] ?? "")) return;
    for (const argument of node.arguments ?? []) visit(argument, SAYING_CALLS.test(callee));
  }

  function add(text: string, isSaying: boolean): void {
    const line = tidy(text);
    if (isSaying ? isWording(line) : isSentence(line)) texts.push(line);
  }
}

function isText(node: ts.Node): node is ts.StringLiteralLike | ts.TemplateExpression | ts.BinaryExpression {
  if (ts.isBinaryExpression(node))
    return node.operatorToken.kind === ts.SyntaxKind.PlusToken && isText(node.right) && isText(node.left);
  return ts.isStringLiteralLike(node) || ts.isTemplateExpression(node);
}

function textOf(node: ts.StringLiteralLike | ts.TemplateExpression | ts.BinaryExpression): string {
  if (ts.isBinaryExpression(node))
    return [node.left, node.right].map((side) => (isText(side) ? textOf(side) : `{${nameOf(side)}}`)).join("");
  if (!ts.isTemplateExpression(node)) return node.text;
  return node.head.text + node.templateSpans.map(({ expression, literal }) => inBraces(expression) + literal.text).join("");
}

function flatten(children: readonly ts.JsxChild[]): string {
  return children
    .map((child) => {
      if (ts.isJsxText(child)) return child.text.replace(/^\s*\n\s*|\s*\n\s*$/gu, "").replace(/\s+/gu, " ");
      if (ts.isJsxElement(child)) return flatten(child.children);
      return ts.isJsxExpression(child) && child.expression ? inBraces(child.expression) : "";
    })
    .join("");
}

/** Shows an inserted expression: a text as itself, a choice as {one|other}, anything else by its name. */
function inBraces(node: ts.Expression): string {
  if (isText(node)) return textOf(node);
  if (ts.isParenthesizedExpression(node)) return inBraces(node.expression);
  if (ts.isConditionalExpression(node)) {
    return `{${[node.whenTrue, node.whenFalse].map((side) => (isText(side) ? textOf(side) : nameOf(side))).join("|")}}`;
  }
  return `{${nameOf(node)}}`;
}

function nameOf(node: ts.Node): string {
  if (ts.isIdentifier(node)) return node.text;
  if (ts.isPropertyAccessExpression(node)) return node.name.text;
  if (ts.isCallExpression(node) || ts.isNewExpression(node)) return nameOf(node.expression);
  return "…";
}

/** Returns true for text with a word of its own. A single word needs a capital letter, because identifiers have none. */
function isWording(line: string): boolean {
  return /\p{L}{2}/u.test(withoutFilled(line)) && (line.includes(" ") || /^\p{Lu}[\p{Ll}-]+[.…]?$/u.test(line));
}

/** Returns true for text that reads like a sentence: two words or more that begin with a capital letter or end with a stop. */
function isSentence(line: string): boolean {
  if ((withoutFilled(line).match(/\p{L}{2,}/gu) ?? []).length < 2 || !line.includes(" ")) return false;
  return /^["“(]?(?:\{[^}]*\} \p{Ll}{2,}|\{[^}]*\}”|\p{Lu})/u.test(line) || /[\p{L}\d)}”][.!?…:]["”]?$/u.test(line);
}

function withoutFilled(line: string): string {
  return line.replace(/\{[^{}|]*\}/gu, " ");
}

function tidy(text: string): string {
  return text.replace(/\s+/gu, " ").trim();
}
