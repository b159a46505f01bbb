import { describe, expect, it } from "vitest";
import { createFileLeads } from "#worker/crawl/memo/file-leads.ts";

const HOME = "https://bakery.example/";
const entry = (path: string) => ({ url: HOME + path, depth: 1, source: "link" }) as const;

function open(isPage: (url: string) => boolean) {
  const asked: string[] = [];
  const leads = createFileLeads({
    ports: {
      findPages: async (urls) => {
        asked.push(...urls);
        return urls.filter(isPage);
      },
    },
    signal: new AbortController().signal,
    mayRequest: async (url) => !url.includes("/private/"),
    isSeen: (url) => url.includes("/seen/"),
  });
  return { leads, asked };
}

describe("file leads", () => {
  it("returns those that are pages, each once", async () => {
    const { leads, asked } = open((url) => url.includes("/wiki/"));
    leads.note([entry("wiki/Node.js"), entry("a.pdf"), entry("wiki/Node.js"), entry("private/b.pdf"), entry("seen/c.pdf")]);
    expect(await leads.takePages()).toEqual([entry("wiki/Node.js")]);
    leads.note([entry("wiki/Node.js")]);
    expect(await leads.takePages()).toEqual([]);
    expect(asked).toEqual([`${HOME}wiki/Node.js`, `${HOME}a.pdf`]);
  });

  it("asks for a few of many files of one folder and ending, and for all pages", async () => {
    const { leads, asked } = open((url) => url.includes("/wiki/"));
    leads.note(Array.from({ length: 500 }, (_, at) => entry(`files/${at}.PDF`)));
    leads.note(Array.from({ length: 500 }, (_, at) => entry(`wiki/Image:${at}.jpg`)));
    expect(await leads.takePages()).toHaveLength(500);
    expect(asked.filter((url) => url.includes("/files/"))).toHaveLength(20);
  });
});
