import { describe, expect, it } from "vitest";
import { arrangeSites } from "#worker/core/view/sites/arrange-sites.ts";

const site = (name: string, rank = 9, startUrl = "https://one.example/") => ({ name, rank, startUrl });
const namesOf = (sites: ReturnType<typeof site>[], typed = "") => arrangeSites(sites, typed).map(({ name }) => name);

describe("arrangeSites", () => {
  it("puts the most urgent trouble first, then names as people sort them", () => {
    const sites = [site("Shop 10"), site("shop 2"), site("Zoo", 0), site("Ärzte"), site("Mill", 2), site("Abbey", 2)];
    expect(namesOf(sites)).toEqual(["Zoo", "Abbey", "Mill", "Ärzte", "shop 2", "Shop 10"]);
  });

  it("finds part of a name or an address, whatever the case and the accents", () => {
    const sites = [site("Café Central"), site("Mill", 9, "https://cafeteria.example/"), site("Abbey")];
    expect(namesOf(sites, " CAFE ")).toEqual(["Café Central", "Mill"]);
    expect(namesOf(sites, "café c")).toEqual(["Café Central"]);
    expect(namesOf(sites, "none")).toEqual([]);
  });
});
