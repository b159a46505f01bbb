import { cp, readFile } from "node:fs/promises";
import { join, relative, sep } from "node:path";

/** Decides whether a path of the build's context may be copied; the last rule that names it or a folder above it decides. */
export type ContextFilter = (path: string) => boolean;

/** Reads a .dockerignore file of plain paths, of which the first is `*`. @throws if it has other patterns */
export async function readContextFilter(file: string): Promise<ContextFilter> {
  const rules = (await readFile(file, "utf8")).split("\n").filter((line) => /^[^#\s]/.test(line));
  if (rules[0] !== "*" || rules.slice(1).some((rule) => /[*?[\]]/.test(rule)))
    throw new Error(`${file}: this drill knows plain paths after a first rule "*".`);
  return (path) => {
    const named = rules.findLast((rule) => {
      const wanted = rule.replace(/^!/, "");
      return wanted === "*" || path === wanted || path.startsWith(`${wanted}/`);
    });
    return named?.startsWith("!") ?? true;
  };
}

/** Copies what COPY names from the context to a folder, with the owner root. */
export async function copyContext(
  context: string,
  { sources, target, allows }: { sources: string[]; target: string; allows: ContextFilter },
): Promise<void> {
  const mayEnter = (path: string) => {
    const name = relative(context, path).split(sep).join("/");
    return name === "" || allows(name);
  };
  for (const source of sources) {
    const isFolder = source === ".";
    await cp(join(context, source), isFolder ? target : join(target, source), { recursive: true, filter: mayEnter });
  }
}
