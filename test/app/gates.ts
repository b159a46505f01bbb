import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { OPERATOR_RIGHTS, type OperatorRight } from "#worker/core/operating/operator-rights.ts";
import { RIGHTS, type Right } from "#worker/core/people/rights.ts";

const APP = join(import.meta.dirname, "..", "..", "app");

/** The rights of Members and of operators that a file of the app requires, in their order. `path` begins below `app`. */
export type Gate = { path: string; rights: Right[]; operatorRights: OperatorRight[]; needsSession: boolean };

const files = readdirSync(APP, { recursive: true, encoding: "utf8" }).filter((path) => /\.tsx?$/.test(path));
const read = (path: string) => readFileSync(join(APP, path), "utf8");

/** Returns every page and route with what it requires; one under a Site requires what `requireSite` does. */
export function findRoutes(): Gate[] {
  return files.filter((path) => /(^|\/)(page|route)\.tsx?$/.test(path)).map((path) => ({ path, ...requirements(read(path)) }));
}

/** Returns every server action by its name. */
export function findVerbs(): (Gate & { name: string })[] {
  return files
    .map((path) => ({ path, source: read(path) }))
    .filter(({ source }) => /^\s*["']use server["']/m.test(source))
    .flatMap(({ path, source }) => {
      // A file may have several; each reaches from its own line to the next.
      const starts = [...source.matchAll(/^export (?:async function|const) (\w+)/gm)];
      return starts.map((start, index) => ({
        name: start[1] ?? "",
        path,
        ...requirements(source.slice(start.index, starts[index + 1]?.index)),
      }));
    });
}

function requirements(source: string): Omit<Gate, "path"> {
  const named = [...source.matchAll(/\b(?:requireMember|findMember|requireRight)\(\s*"([^"]*)"/g)].map(([, name = ""]) => name);
  const ofSite = /\brequireSite\(/.test(source) ? ["sites.see"] : [];
  const rights = [...named, ...ofSite].map((name) => {
    if (!isRight(name)) throw new Error(`There is no right “${name}”.`);
    return name;
  });
  const operatorRights = [...source.matchAll(/\brequireOperator\(\s*"([^"]*)"/g)].map(([, name = ""]) => {
    if (!isOperatorRight(name)) throw new Error(`There is no operator's right “${name}”.`);
    return name;
  });
  return { rights, operatorRights, needsSession: /\brequireSession\(/.test(source) };
}

function isRight(name: string): name is Right {
  return Object.hasOwn(RIGHTS, name);
}

function isOperatorRight(name: string): name is OperatorRight {
  return Object.hasOwn(OPERATOR_RIGHTS, name);
}
