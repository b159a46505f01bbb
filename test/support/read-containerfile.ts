/** One instruction, such as `RUN` with its command. */
export type ContainerStep = { word: string; value: string };
/** The steps from one FROM to the next. `name` is that of `FROM … AS name`. */
export type ContainerStage = { base: string; name: string | null; steps: ContainerStep[] };

/** Parses a Containerfile: one stage for each FROM, with continued lines joined and comments left out. */
export function readContainerfile(text: string): ContainerStage[] {
  const lines = text.split("\n").filter((line) => !/^\s*(?:#|$)/.test(line));
  const stages: ContainerStage[] = [];
  for (const line of lines.join("\n").replaceAll("\\\n", " ").split("\n")) {
    const [, word = "", value = ""] = /^\s*([A-Z]+)\s+(.*?)\s*$/.exec(line) ?? [];
    if (word === "") throw new Error(`Not an instruction of a Containerfile: ${line}`);
    if (word === "FROM") {
      const [, base = "", name = null] = /^(\S+)(?:\s+AS\s+(\S+))?$/.exec(value) ?? [];
      stages.push({ base, name, steps: [] });
    } else {
      const stage = stages.at(-1);
      if (!stage) throw new Error(`${word} stands before the first FROM.`);
      stage.steps.push({ word, value: value.replace(/ {2,}/g, " ") });
    }
  }
  return stages;
}
