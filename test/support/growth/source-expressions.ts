import { globSync, readFileSync } from "node:fs";
import ts from "typescript";

/** A regular expression of the sources. `where`: file and line. */
export type SourceExpression = { where: string; source: string; flags: string };

/** Location of a `new RegExp` in the sources. */
export type MadeExpression = { file: string; line: number };

const SOURCES = "{app,worker,prisma,emails}/**/*.{ts,tsx,mjs}";

/** Returns every regular expression literal in the sources, and every location of `new RegExp`. */
export function readSourceExpressions(): { literals: SourceExpression[]; made: MadeExpression[] } {
  const literals: SourceExpression[] = [];
  const made: MadeExpression[] = [];
  for (const file of [...globSync(SOURCES, { exclude: ["prisma/generated/**"] }), "proxy.ts"].sort()) {
    const tree = ts.createSourceFile(file, readFileSync(file, "utf8"), ts.ScriptTarget.Latest, true);
    const visit = (node: ts.Node): void => {
      const line = tree.getLineAndCharacterOfPosition(node.getStart(tree)).line + 1;
      if (ts.isRegularExpressionLiteral(node)) literals.push({ where: `${file}:${line}`, ...partsOf(node.text) });
      else if ((ts.isNewExpression(node) || ts.isCallExpression(node)) && node.expression.getText(tree) === "RegExp")
        made.push({ file, line });
      ts.forEachChild(node, visit);
    };
    visit(tree);
  }
  return { literals, made };
}

/** Loads files and returns the expressions that they create with `new RegExp`. */
export async function loadMadeExpressions(files: readonly string[]): Promise<SourceExpression[]> {
  const made: SourceExpression[] = [];
  const original = globalThis.RegExp;
  const construct = (target: RegExpConstructor, args: [string, string?]) => {
    const expression = new target(...args);
    const from = (new Error("where").stack ?? "").split("\n").find((line) => files.some((file) => line.includes(`/${file}`)));
    const file = files.find((one) => from?.includes(`/${one}`));
    if (file !== undefined) made.push({ where: file, source: expression.source, flags: expression.flags });
    return expression;
  };
  globalThis.RegExp = new Proxy(original, { construct });
  try {
    // Another test may have loaded the file already. The query loads it once more.
    for (const file of files) await import(/* @vite-ignore */ new URL(`../../../${file}?once-more`, import.meta.url).href);
  } finally {
    globalThis.RegExp = original;
  }
  return made;
}

function partsOf(literal: string): { source: string; flags: string } {
  const end = literal.lastIndexOf("/");
  return { source: literal.slice(1, end), flags: literal.slice(end + 1) };
}
