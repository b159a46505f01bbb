import { describe, expect, it } from "vitest";
import { faultsInThread } from "#test/support/growth/faults-in-thread.ts";
import { loadMadeExpressions, readSourceExpressions, type SourceExpression } from "#test/support/growth/source-expressions.ts";

/** An expression that takes longer than this for all its texts counts as hanging. */
const HANG_MS = 30_000;

async function faultsOf(cases: readonly SourceExpression[], hangMs = HANG_MS): Promise<string[]> {
  const script = new URL("../support/growth/growth-thread.ts", import.meta.url);
  const faults = await faultsInThread({ script, cases, hangMs });
  return faults.map(([index, fault]) => `${cases[index]?.where} /${cases[index]?.source}/${cases[index]?.flags}\n  ${fault}`);
}

describe("a regular expression of the sources", { timeout: 600_000 }, () => {
  const { literals, made } = readSourceExpressions();

  it("is created when its file is loaded, so that it can be tested here", async () => {
    const files = [...new Set(made.map(({ file }) => file))];
    const loaded = await loadMadeExpressions(files);
    const unmade = files.filter(
      (file) => loaded.filter(({ where }) => where === file).length < made.filter((one) => one.file === file).length,
    );
    expect(unmade).toEqual([]);
    expect(await faultsOf(loaded)).toEqual([]);
  });

  it("takes time proportional to the text, for any text", async () => {
    expect(literals.length).toBeGreaterThan(400);
    expect(await faultsOf(literals)).toEqual([]);
  });

  it.each([
    String.raw`<h1\b[^>]*>`,
    String.raw`<title\b[^>]*>([^<]{0,1000})`,
    "@namespace[^;]*;",
    String.raw`("(?:[^"\\\n]|\\.)*")`,
    String.raw`\s+$`,
    String.raw`^(?:a|-\w+|b)*$`,
    "^m+h*m+$",
    String.raw`^\p{N}+(?:st|nd|-\p{L}+)*$`,
    String.raw`\b(?:\p{L}+er|more)(?: \p{L}+)? then\b`,
  ])("would be caught: %s", async (source) => {
    expect(await faultsOf([{ where: "here", source, flags: "giu" }], 3_000)).toHaveLength(1);
  });
});
