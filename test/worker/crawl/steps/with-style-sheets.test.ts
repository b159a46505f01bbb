import { describe, expect, it } from "vitest";
import { faultyAnswer, verdictOf, workingAnswer } from "#worker/core/checks/links/link-answer.ts";
import type { LinkVerdict } from "#worker/core/checks/links/link-verdict.ts";
import { sheetKind } from "#worker/core/page/html/sheet-kind.ts";
import { withStyleSheets } from "#worker/crawl/steps/with-style-sheets.ts";

const NEVER = new AbortController().signal;
const at = (path: string) => `https://bakery.example${path}`;
const fine = (url: string): LinkVerdict => {
  const sheet = sheetKind(url, /\.css$/.test(url) ? "text/css" : "application/json");
  return { ...verdictOf(url, workingAnswer({})), ...(sheet ? { sheet } : {}) };
};
const gone = (url: string) =>
  verdictOf(url, faultyAnswer("links/not-found", "The page does not exist (404).", { status: 404 }));

/** Looks at these verdicts of a site whose sheets ask for what `sheets` says. */
async function look(
  verdicts: LinkVerdict[],
  sheets: Record<string, string[]>,
  answer: (url: string) => LinkVerdict = fine,
  ignored = "",
) {
  const asked: string[] = [];
  const read: string[] = [];
  async function* source() {
    yield* verdicts;
  }
  const world = {
    isOwn: (target: string) => target.startsWith(at("/")),
    isIgnored: (target: string) => target === ignored,
    readSheet: async (target: string) => {
      read.push(target);
      return sheets[target] ?? [];
    },
    async *checkLinks(targets: string[]) {
      asked.push(...targets);
      for (const target of targets) yield answer(target);
    },
  };
  const seen = await Array.fromAsync(withStyleSheets(source(), world, NEVER));
  return { seen: new Map(seen.map((verdict) => [verdict.url, verdict])), asked, read };
}

describe("withStyleSheets", () => {
  const [SHEET, LOAF, SIGN] = [at("/a.css"), at("/loaf.png"), at("/sign.woff2")];

  it("asks once for what sheets ask for, and names what is not there", async () => {
    const sheets = { [SHEET]: [LOAF, SIGN], [at("/b.css")]: [LOAF] };
    const { seen, asked } = await look([fine(SHEET), fine(at("/b.css")), fine(SIGN)], sheets, gone);
    expect(asked).toEqual([LOAF]);
    const reason = `This style sheet loads ${LOAF}, which does not work: The page does not exist (404).`;
    expect(seen.get(SHEET)).toMatchObject({ state: "broken", rule: "links/style-sheet", reason });
    expect(seen.get(at("/b.css"))).toMatchObject({ rule: "links/style-sheet" });
    expect(seen.get(SIGN)).toMatchObject({ state: "ok" });
  });

  it("counts what else is not there, always in the same words", async () => {
    const forth = await look([fine(SHEET)], { [SHEET]: [SIGN, LOAF] }, gone);
    const back = await look([fine(SHEET)], { [SHEET]: [LOAF, SIGN] }, gone);
    expect(forth.seen.get(SHEET)?.reason).toBe(
      `This style sheet loads ${LOAF} (and 1 more), which does not work: The page does not exist (404).`,
    );
    expect(back.seen.get(SHEET)).toEqual(forth.seen.get(SHEET));
  });

  it("leaves a sheet in order whose parts work, would not tell, or failed in passing", async () => {
    for (const rule of ["links/unknown", "links/server-error", "links/unreachable"] as const) {
      const { seen } = await look([fine(SHEET)], { [SHEET]: [LOAF] }, (url) => verdictOf(url, faultyAnswer(rule, "It fails.")));
      expect(seen.get(SHEET)).toEqual(fine(SHEET));
    }
    expect((await look([fine(SHEET)], { [SHEET]: [LOAF] })).seen.get(SHEET)).toEqual(fine(SHEET));
  });

  it("looks into the sheets that a sheet asks for, each once", async () => {
    const [inner, innermost] = [at("/inner.css"), at("/innermost.css")];
    const sheets = { [SHEET]: [inner], [inner]: [innermost, SHEET], [innermost]: [LOAF, inner] };
    const { seen, read } = await look([fine(SHEET)], sheets, (url) => (url === LOAF ? gone(url) : fine(url)));
    expect(read).toEqual([SHEET, inner, innermost]);
    expect(seen.get(SHEET)?.reason).toBe(`This style sheet loads ${LOAF}, which does not work: The page does not exist (404).`);
  });

  it("looks into manifests", async () => {
    const manifest = at("/site.webmanifest");
    const { seen } = await look([fine(manifest)], { [manifest]: [LOAF] }, gone);
    expect(seen.get(manifest)?.reason).toBe(`This manifest loads ${LOAF}, which does not work: The page does not exist (404).`);
  });

  it("looks into sheets that are named like pages, and into none of another site", async () => {
    const [page, theirs] = [at("/style.php"), "https://cdn.example/a.css"];
    const { seen, read } = await look([{ ...fine(page), sheet: "style sheet" }, fine(theirs)], { [page]: [LOAF] }, gone);
    expect(read).toEqual([page]);
    expect(seen.get(page)?.reason).toBe(`This style sheet loads ${LOAF}, which does not work: The page does not exist (404).`);
  });

  it("neither asks for nor tells what the owner ignores", async () => {
    const { seen, asked } = await look([fine(SHEET)], { [SHEET]: [LOAF] }, gone, LOAF);
    expect(asked).toEqual([]);
    expect(seen.get(SHEET)).toEqual(fine(SHEET));
  });

  it("looks into no sheet that is broken itself, and into a bounded number", async () => {
    expect((await look([gone(SHEET)], { [SHEET]: [LOAF] })).read).toEqual([]);
    const many = Array.from({ length: 80 }, (_, index) => fine(at(`/${index}.css`)));
    const { seen, read } = await look(many, {});
    expect(read).toHaveLength(50);
    expect(seen.size).toBe(80);
  });
});
