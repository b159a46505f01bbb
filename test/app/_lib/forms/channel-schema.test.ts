import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { channelSchema } from "#app/_lib/forms/channel-schema.ts";

const [one, other] = [randomUUID(), randomUUID()];
const faultsOf = (typed: object) =>
  channelSchema.safeParse(typed).error?.issues.map(({ path, message }) => [path.join("."), message]);

describe("channelSchema", () => {
  it("reads all sites, or those that are chosen", () => {
    const typed = {
      name: " #website ",
      address: " https://a.example/ ",
      [`site-${one}`]: "on",
      [`site-${other}`]: "on",
      kind: "slack",
    };
    const fields = { name: "#website", address: "https://a.example/" };
    expect(channelSchema.parse({ ...typed, scope: "all" })).toEqual({ ...fields, sites: "all" });
    expect(channelSchema.parse({ ...typed, scope: "some" })).toEqual({ ...fields, sites: [one, other] });
  });

  it.each([{}, { "site-": "on" }, { "site-1 OR 1=1": "on" }])("refuses a choice without a site: %j", (chosen) => {
    expect(faultsOf({ name: "a", scope: "some", ...chosen })).toEqual([["sites", "Choose at least one site."]]);
  });

  it("refuses a missing or long name, and an unknown scope", () => {
    expect(faultsOf({ name: " ", scope: "none" })?.map(([field]) => field)).toEqual(["name", "scope"]);
    expect(faultsOf({ name: "x".repeat(61), scope: "all" })).toEqual([["name", "Use at most 60 characters."]]);
  });
});
