import { describe, expect, it } from "vitest";
import { patternFault } from "#worker/core/view/edit-link/edit-pattern.ts";
import { editUrlOf } from "#worker/core/view/edit-link/edit-url.ts";
import { EDITORS, editLinkWords } from "#worker/core/view/edit-link/editors.ts";

const PAGE = { url: "https://mill.example/visit/opening-hours.html?ref=1#top", title: "Opening hours & prices – The Mill" };

describe("editUrlOf", () => {
  it.each([
    [
      "{origin}/wp-admin/edit.php?post_type=page&s={title}",
      "https://mill.example/wp-admin/edit.php?post_type=page&s=Opening%20hours%20%26%20prices",
    ],
    ["{url}/edit", "https://mill.example/visit/opening-hours.html/edit"],
    ["{url}?edit", "https://mill.example/visit/opening-hours.html?edit"],
    [
      "https://cms.example/edit?page={url}",
      "https://cms.example/edit?page=https%3A%2F%2Fmill.example%2Fvisit%2Fopening-hours.html",
    ],
    ["https://cms.example/{host}{path}", "https://cms.example/mill.example/visit/opening-hours.html"],
    ["https://cms.example/pages/{path}", "https://cms.example/pages/visit/opening-hours.html"],
    ["https://cms.example/?path={path}", "https://cms.example/?path=%2Fvisit%2Fopening-hours.html"],
    ["https://github.example/mill/edit/main/{slug}.md", "https://github.example/mill/edit/main/opening-hours.md"],
    ["https://edit.{host}{path}", "https://edit.mill.example/visit/opening-hours.html"],
    ["http://{host}:8080/admin#{slug}", "http://mill.example:8080/admin#opening-hours"],
    ["https://manage.wix.com/account/sites", "https://manage.wix.com/account/sites"],
  ])("fills %s", (pattern, expected) => {
    expect(patternFault(pattern)).toBeNull();
    expect(editUrlOf(pattern, PAGE)).toBe(expected);
  });

  it("opens the editor itself where the address holds the page's number", () => {
    const pattern = (id: string) => EDITORS.find((editor) => editor.id === id)?.pattern ?? "";
    const edit = (id: string, url: string) => editUrlOf(pattern(id), { url, title: "Hours" });
    expect(edit("drupal", "https://mill.example/node/12")).toBe("https://mill.example/node/12/edit");
    expect(edit("drupal", "https://mill.example/hours")).toBe("https://mill.example/admin/content?title=Hours");
    expect(edit("wordpress", "https://mill.example/?page_id=7")).toBe(
      "https://mill.example/wp-admin/post.php?post=7&action=edit",
    );
    expect(edit("wordpress", "https://mill.example/?p=7%26x")).toBe(
      "https://mill.example/wp-admin/edit.php?post_type=page&s=Hours",
    );
  });

  it.each(EDITORS.map(({ id, pattern }) => [id, pattern]))("makes a link for every page with %s", (_id, pattern) => {
    expect(patternFault(pattern)).toBeNull();
    expect(editUrlOf(pattern, PAGE)).toMatch(/^https:\/\//u);
  });

  it("makes no link if the page lacks what the pattern names", () => {
    expect(editUrlOf("https://cms.example/{slug}.md", { url: "https://mill.example/", title: "" })).toBeNull();
    expect(editUrlOf("https://cms.example/?q={title}", { url: "https://mill.example/", title: " | " })).toBeNull();
  });

  const PATTERNS = [
    "{url}/edit",
    "{origin}{path}",
    "https://{host}/edit{path}",
    "https://edit.{host}/{slug}",
    "https://cms.example{path}",
    "https://cms.example/{path}",
    "https://cms.example/{slug}",
    "https://cms.example/a{slug}",
    "https://cms.example/?u={url}&t={title}",
    "https://cms.example/#{title}",
    ...EDITORS.map(({ pattern }) => pattern),
  ];
  const HOSTILE = [
    "https://mill.example//evil.example/x",
    "https://mill.example/\\evil.example/x",
    "https://mill.example/@evil.example",
    "https://mill.example/%40evil.example",
    "https://mill.example/%2F%2Fevil.example",
    "https://mill.example/..%2f..%2fevil",
    "https://mill.example/../../..//evil.example",
    "https://mill.example/javascript:alert(1)",
    "https://mill.example/%0d%0aSet-Cookie:x",
    "https://mill.example/%00",
    "https://mill.example/?page_id=1%26action%3Ddelete",
    "https://mill.example/node/1/../../delete",
    "https://mill.example/{host}/{url}",
    "https://mill.example/.evil.example",
    "https://evil.example@mill.example/x",
    "https://user:secret@mill.example/x",
    "https://mill.example/%E0%A4%A",
    "https://mill.example/\uD800",
  ];
  const TITLES = ["javascript:alert(1)", "&post=1&action=trash", "#", "https://evil.example/", "\uD800", "a\r\nb", "{url}"];

  it("leads nowhere but where the pattern says, whatever a page's address and title are", () => {
    const allowed = /^https:\/\/(?:(?:edit\.)?mill\.example|cms\.example|manage\.wix\.com)$/u;
    let made = 0;
    for (const pattern of PATTERNS)
      for (const url of HOSTILE)
        for (const title of TITLES) {
          const link = editUrlOf(pattern, { url, title });
          if (link === null) continue;
          made += 1;
          const parsed = new URL(link);
          expect(parsed.origin, `${pattern} ${url} ${title}`).toMatch(allowed);
          expect(`${parsed.username}${parsed.password}`).toBe("");
          expect(parsed.searchParams.get("action"), `${pattern} ${url} ${title}`).not.toBe("trash");
          expect(parsed.searchParams.get("action"), `${pattern} ${url} ${title}`).not.toBe("delete");
        }
    expect(made).toBeGreaterThan(PATTERNS.length * HOSTILE.length);
  });

  it.each(["javascript:alert(1)", "data:text/html,x", "mailto:a@b.example", "ftp://mill.example/", "not an address", ""])(
    "makes no link for the page %s",
    (url) => expect(editUrlOf("{url}/edit", { url, title: "x" })).toBeNull(),
  );

  it("says where the link of a known system leads", () => {
    expect(editLinkWords(EDITORS[0]?.pattern ?? "")).toBe("Find it in WordPress");
    expect(editLinkWords("https://cms.example/")).toBe("Edit in the CMS");
  });
});

describe("patternFault", () => {
  it.each([
    ["javascript:alert(1)//{url}", /Begin with/],
    ["JavaScript:alert(1)", /Begin with/],
    ["data:text/html,{title}", /Begin with/],
    ["//evil.example/{path}", /Begin with/],
    ["{path}/edit", /Begin with/],
    ["{host}/edit", /Begin with/],
    ["https:evil.example", /Begin with/],
    ["https:///x", /Begin with/],
    ["https://{slug}.cms.example/", /only \{host\}/],
    ["https://cms.example{title}", /only \{host\}/],
    ["https://{url}", /only \{host\}/],
    ["https://cms.example@{host}/", /user name/],
    ["https://me:secret@cms.example/", /user name/],
    ["{origin}.evil.example/", /After \{origin\}/],
    ["{origin}@evil.example/", /After \{origin\}/],
    ["{origin}:8080/", /After \{origin\}/],
    ["{url}{title}", /After \{url\}/],
    ["{url}x", /After \{url\}/],
    ["https://cms.example/{id}", /do not know \{id\}/],
    ["https://cms.example/{}", /do not know/],
    ["https://cms.example/{path", /no partner/],
    ["https://cms.example/path}", /no partner/],
    ["https://cms example/", /no spaces/],
    ["https://cms.example/\u202Egnp", /no spaces/],
    ["https://cms.example:99999/", /not a web address/],
    [`https://cms.example/${"a".repeat(500)}`, /at most 500/],
  ])("refuses %s", (pattern, reason) => {
    expect(patternFault(pattern)).toMatch(reason);
    expect(editUrlOf(pattern, PAGE)).toBeNull();
  });

  it("takes little time on hostile patterns", () => {
    for (const pattern of [
      "{".repeat(100_000),
      "{a}".repeat(50_000),
      `https://${"a.".repeat(50_000)}`,
      "{origin}".repeat(20_000),
    ])
      expect(patternFault(pattern)).toMatch(/at most/);
  });
});
