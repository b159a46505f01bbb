import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { IssuePicture } from "#app/(dashboard)/sites/[siteId]/_pictures/issue-picture.tsx";
import { MarkedPicture } from "#app/(dashboard)/sites/[siteId]/_pictures/marked-picture.tsx";
import type { PictureView } from "#prisma/queries/pictures/picture-view.ts";

const mark = (issueId: string, occurrenceId: string, x: number) => ({
  issueId,
  occurrenceId,
  rects: [{ x, y: 400, width: 60, height: 20 }],
});
const picture: PictureView = {
  id: "picture-1",
  pageId: "page-1",
  url: "https://bakery.example/",
  title: "Our <bread>",
  snapshotId: "s",
  isCurrent: true,
  width: 1280,
  height: 2_000,
  takenAt: new Date(0),
  marks: [mark("one", "a", 100), mark("one", "b", 900), mark("two", "c", 300)],
};
const attributes = (html: string, name: string) =>
  [...html.matchAll(new RegExp(`${name}="([^"]*)"`, "g"))].map(([, value]) => value);

describe("IssuePicture", () => {
  it("shows the part of the picture around the issue, and says what is marked where", () => {
    const html = renderToStaticMarkup(<IssuePicture siteId="site-1" picture={picture} issueId="two" mistake="recieve" />);
    expect(attributes(html, "src")).toEqual(["/sites/site-1/pictures/picture-1"]);
    expect(attributes(html, "alt")).toEqual(["Part of the page “Our &lt;bread&gt;” with “recieve” marked"]);
    expect(attributes(html, "loading")).toEqual(["lazy"]);
    // 720 of 1280 pixels are shown, and the mark is in the middle where the edge of the page lets it.
    expect(html).toContain("width:177.7778%");
    expect(html).toContain("width:8.3333%");
  });

  it("shows one of several places, and nothing for an issue without a mark", () => {
    const show = (occurrenceId: string) =>
      renderToStaticMarkup(<IssuePicture siteId="s" picture={picture} issueId="one" mistake="x" occurrenceId={occurrenceId} />);
    expect(show("b")).not.toBe(show("a"));
    expect(show("gone")).toBe(show("a"));
    expect(renderToStaticMarkup(<IssuePicture siteId="s" picture={picture} issueId="three" mistake="x" />)).toBe("");
  });
});

describe("MarkedPicture", () => {
  const issues = [{ id: "one", label: "“recieve” is not a known word." }];

  it("links each mark of the given issues to the list or the issue, and names it", () => {
    const html = renderToStaticMarkup(<MarkedPicture siteId="site-1" picture={picture} issues={issues} linksTo="list" />);
    expect(attributes(html, "href")).toEqual(["#issue-one", "#issue-one"]);
    expect(attributes(html, " id")).toEqual(["mark-one"]);
    expect(attributes(html, "aria-label")).toEqual(["Picture of the page", issues[0]?.label, issues[0]?.label]);
    expect(html).toContain("with 2 mistakes marked");
    const toIssue = renderToStaticMarkup(<MarkedPicture siteId="site-1" picture={picture} issues={issues} linksTo="issue" />);
    expect(attributes(toIssue, "href")).toEqual(["/sites/site-1/issues/one", "/sites/site-1/issues/one"]);
  });

  it("says so when nothing is marked", () => {
    const html = renderToStaticMarkup(<MarkedPicture siteId="s" picture={picture} issues={[]} linksTo="list" />);
    expect(html).toContain("with nothing marked");
  });
});
