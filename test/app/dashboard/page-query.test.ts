import { describe, expect, it } from "vitest";
import { parsePageQuery } from "#app/(dashboard)/sites/[siteId]/pages/[pageId]/page-query.ts";

const ID = "01890000-0000-7000-8000-000000000000";

describe("parsePageQuery", () => {
  it.each([
    [{}, true, "picture"],
    [{}, false, "text"],
    [{ view: "picture" }, false, "text"],
    [{ view: "text" }, true, "text"],
    [{ view: "changes" }, true, "changes"],
    [{ view: "else" }, true, "picture"],
    [{ view: ["text", "picture"] }, true, "picture"],
    [{ from: ID }, true, "changes"],
    [{ from: "no id" }, true, "picture"],
    [{ from: ID, view: "text" }, true, "text"],
  ])("reads %o with a picture: %s", (search, hasPicture, view) => {
    expect(parsePageQuery(search, hasPicture).view).toBe(view);
  });
});
