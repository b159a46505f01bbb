import { describe, expect, it } from "vitest";
import { extractPage } from "#worker/core/page/extract/extract-page.ts";
import { diffSnapshots } from "#worker/core/page/snapshot/diff-pages.ts";
import { diffWords } from "#worker/core/page/snapshot/diff-words.ts";
import { isSameContent } from "#worker/core/page/snapshot/is-same-content.ts";
import { makeSnapshot } from "#worker/core/page/snapshot/make-snapshot.ts";

const read = (html: string) => extractPage(html, { url: "https://example.com/" });

function change(before: string, after: string) {
  const [a, b] = [makeSnapshot(read(before)), makeSnapshot(read(after))];
  const texts = new Map([...a.placed, ...b.placed].map((block) => [block.hash, block.text]));
  const { added, removed, edited } = diffSnapshots(a, b, (hash) => texts.get(hash));
  return {
    added: added.map((block) => block.text),
    removed: removed.map((block) => block.text),
    edited: edited.map((edit) => [edit.before.text, edit.after.text]),
  };
}
const nothing = { added: [], removed: [], edited: [] };

describe("diffSnapshots", () => {
  it("finds nothing between a page and itself", () => {
    expect(change("<p>one<p>two<p>one", "<p>one<p>two<p>one")).toEqual(nothing);
  });

  it("ignores a paragraph that moved", () => {
    expect(change("<p>one<p>two<p>three", "<p>three<p>one<p>two")).toEqual(nothing);
  });

  it("separates added, removed and edited Blocks", () => {
    expect(
      change(
        "<h1>Welcome</h1><p>We recieve your mail.</p><p>Old news of last year.</p>",
        "<h1>Welcome</h1><p>We receive your mail.</p><h2>Fresh start</h2>",
      ),
    ).toEqual({
      added: ["Fresh start"],
      removed: ["Old news of last year."],
      edited: [["We recieve your mail.", "We receive your mail."]],
    });
  });

  it("counts duplicates: removing one of two equal paragraphs is a removal", () => {
    expect(change("<p>same<p>same", "<p>same")).toEqual({ ...nothing, removed: ["same"] });
  });

  it("pairs each text with its own edit, not with its neighbour's", () => {
    const before = "<li>The red house is for sale</li><li>The blue boat is for rent</li>";
    const after = "<li>The blue boat is now for rent</li><li>The red house was for sale</li>";
    expect(change(before, after).edited).toEqual([
      ["The blue boat is for rent", "The blue boat is now for rent"],
      ["The red house is for sale", "The red house was for sale"],
    ]);
  });

  it("does not pair a heading with a paragraph", () => {
    expect(change("<p>Our team</p>", "<h2>Our team!</h2>")).toEqual({
      added: ["Our team!"],
      removed: ["Our team"],
      edited: [],
    });
  });

  it("leaves out Blocks whose text is no longer stored", () => {
    const [a, b] = [makeSnapshot(read("<p>one")), makeSnapshot(read("<p>two"))];
    expect(diffSnapshots(a, b, () => undefined)).toEqual(nothing);
  });

  it("compares two large pages with nothing in common in bounded time", () => {
    const page = (word: string) => Array.from({ length: 5_000 }, (_, i) => `<p>${word} number ${i} of many</p>`).join("");
    const started = performance.now();
    expect(change(page("alpha"), page("omega")).edited.length).toBeGreaterThan(0);
    expect(performance.now() - started).toBeLessThan(15_000);
  });
});

describe("diffSnapshots in bounded time", () => {
  const snapshotOf = (texts: string[]) => ({
    title: "",
    lang: null,
    blocks: texts.map((hash) => ({ hash, kind: "paragraph" as const, selector: "p" })),
  });
  const compare = (before: string[], after: string[]) => diffSnapshots(snapshotOf(before), snapshotOf(after), (hash) => hash);

  it.each([
    ["as many Blocks as a page may have", 20_000, 1],
    ["Blocks as long as they may be", 400, 3_000],
  ])("compares %s without losing any", (_, count, words) => {
    const texts = (word: string) =>
      Array.from(
        { length: count },
        (_, at) => `Begins alike ${"x".repeat(400)} ${Array(words).fill(`${word}${at}`).join(" ")}`,
      );
    const started = performance.now();
    const { added, removed, edited } = compare(texts("a"), texts("b"));
    expect(edited.length).toBeGreaterThan(0);
    expect([added.length + edited.length, removed.length + edited.length]).toEqual([count, count]);
    expect(performance.now() - started).toBeLessThan(10_000);
  });
});

describe("diffWords", () => {
  it("marks the words that changed", () => {
    expect(diffWords("We recieve mail.", "We receive mail.")).toEqual([
      { text: "We ", kind: "same" },
      { text: "recieve", kind: "removed" },
      { text: "receive", kind: "added" },
      { text: " mail.", kind: "same" },
    ]);
  });

  it.each([
    ["", "new"],
    ["old", ""],
    ["a  b", "a b"],
    ["x ".repeat(6_000), "y ".repeat(6_000)],
  ])("can be joined into both texts", (before, after) => {
    const words = diffWords(before, after);
    const without = (kind: string) =>
      words
        .filter((piece) => piece.kind !== kind)
        .map((piece) => piece.text)
        .join("");
    expect([without("added"), without("removed")]).toEqual([before, after]);
  });
});

describe("makeSnapshot", () => {
  const hash = (html: string) => makeSnapshot(read(html)).contentHash;
  it("has the same content hash if only markup moved", () => {
    expect(hash("<div><p>one</div>")).toBe(hash("<section class=x><p>one</section>"));
  });
  it.each(["<p>two", "<p lang=en>one", "<h1>one", "<p>one<p>one", "<title>t</title><p>one", "<p>one<a href=a></a>"])(
    "has another content hash for %s",
    (html) => {
      expect(hash(html)).not.toBe(hash("<p>one"));
    },
  );
});

describe("makeSnapshot's detailHash", () => {
  const snapshot = (html: string) => makeSnapshot(read(html));
  it.each([
    ["a script that a build named anew", "<script src=/app.1.js></script><p>one", "<script src=/app.2.js></script><p>one"],
    [
      "a style sheet with a time in its address",
      "<link rel=stylesheet href=/s.css?t=1><p>one",
      "<link rel=stylesheet href=/s.css?t=2><p>one",
    ],
    ["another picture", "<p>one<img src=/a.png>", "<p>one<img src=/b.png>"],
    ["another place to link to", "<p id=a>one", "<p id=b>one"],
  ])("differs with %s, and the contentHash does not", (_what, before, after) => {
    expect(snapshot(after).contentHash).toBe(snapshot(before).contentHash);
    expect(snapshot(after).detailHash).not.toBe(snapshot(before).detailHash);
  });
});

describe("isSameContent", () => {
  it.each([
    ["<p>a<a href=/x>b</a>", "<div><p>a<a class=y href=/x>b</a></div>", true],
    ["<p>a", "<p>a<script src=/count.js></script>", true],
    ["<p>a", "<p>b", false],
    ["<p>a<p>b", "<p>b<p>a", false],
    ["<p>a", "<p>a<p>b", false],
    ["<p>a<a href=/x>b</a>", "<p>a<a href=/y>b</a>", false],
    ["<p>a<img src=/x>", "<p>a", false],
  ])("%s against %s: %s", (a, b, same) => {
    expect(isSameContent(read(a), read(b))).toBe(same);
  });
});
