import { describe, expect, it } from "vitest";
import { crawlSettingsSchema, generalSettingsSchema } from "#app/_lib/forms/site-settings-schema.ts";

const TYPED = {
  timeZone: "Europe/Vienna",
  crawlHour: "5",
  pageLimit: "100",
  maxDepth: "",
  include: "",
  exclude: "",
};
const faultsOf = (typed: Record<string, string>) => {
  const { error } = crawlSettingsSchema.safeParse({ ...TYPED, ...typed });
  return error?.issues.map(({ path, message }) => `${path.join(".")}: ${message}`) ?? [];
};

describe("crawlSettingsSchema", () => {
  it("accepts what the form sends", () => {
    const settings = crawlSettingsSchema.parse({ ...TYPED, exclude: " /archive \r\n\r\n*/print/*\n/archive" });
    expect(settings).toEqual({
      timeZone: "Europe/Vienna",
      crawlHour: 5,
      pageLimit: 100,
      maxDepth: null,
      include: [],
      exclude: ["/archive", "*/print/*"],
    });
  });

  it.each([
    [{ timeZone: "Wien" }, "timeZone: Choose a time zone from the list"],
    [{ crawlHour: "24" }, "crawlHour: Choose an hour."],
    [{ crawlHour: "half past five" }, "crawlHour: Choose an hour."],
    [{ pageLimit: "0" }, "pageLimit: Use at least 1 page."],
    [{ pageLimit: "1.5" }, "pageLimit: Enter a whole number."],
    [{ pageLimit: "many" }, "pageLimit: Enter a number of pages."],
    [{ maxDepth: "0" }, "maxDepth: Use at least 1 click."],
    [{ maxDepth: "far" }, "maxDepth: Enter a number of clicks."],
    [{ include: "/a b" }, "include: “/a b” contains a space."],
    [{ exclude: "/fine\n*" }, "exclude: “*” would match every page. Write a narrower pattern."],
    [{ exclude: "/".padEnd(501, "x") }, "exclude: “/xxx"],
    [{ exclude: Array.from({ length: 101 }, (_, at) => `/${at}`).join("\n") }, "exclude: Use at most 100 patterns."],
  ])("says what is wrong with %o", (typed, sentence) => {
    const faults = faultsOf(typed);
    expect(faults).toHaveLength(1);
    expect(faults[0]).toContain(sentence);
  });
});

describe("generalSettingsSchema", () => {
  it("accepts what the form sends", () => {
    expect(generalSettingsSchema.parse({ name: " Harbour ", language: "de" })).toEqual({ name: "Harbour", language: "de" });
  });

  it.each([
    [{ name: " ", language: "auto" }, "Enter a name for the site."],
    [{ name: "x".repeat(101), language: "auto" }, "Use at most 100 characters."],
    [{ name: "Harbour", language: "xx" }, "Choose a language from the list."],
  ])("says what is wrong with %o", (typed, sentence) => {
    expect(generalSettingsSchema.safeParse(typed).error?.issues.map(({ message }) => message)).toEqual([sentence]);
  });
});
