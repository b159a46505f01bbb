import { describe, expect, it } from "vitest";
import { zoneFormats } from "#worker/core/schedule/zone-formats.ts";

const NOON = new Date("2026-07-01T12:00:00Z");

describe("zoneFormats", () => {
  it("makes the format of a zone once", () => {
    const format = zoneFormats("en-GB", { hour: "numeric" });
    expect(format("Asia/Tokyo")).toBe(format("Asia/Tokyo"));
    expect(format("Asia/Tokyo").format(NOON)).toBe("21");
    expect(format("UTC").format(NOON)).toBe("12");
  });

  it("keeps a bounded number of them, as a name can be written in many ways", () => {
    const format = zoneFormats("en-GB", { hour: "numeric" });
    const first = format("Europe/Paris");
    const spellings = Array.from({ length: 256 }, (_, bits) =>
      [..."new_york"].map((letter, at) => (bits & (1 << at) ? letter.toUpperCase() : letter)).join(""),
    );
    for (const spelling of new Set(spellings)) expect(format(`America/${spelling}`).format(NOON)).toBe("08");
    for (const zone of Intl.supportedValuesOf("timeZone").slice(0, 200)) format(zone);
    expect(format("Europe/Paris")).not.toBe(first);
  });

  it("refuses an unknown zone each time", () => {
    const format = zoneFormats("en-GB", { hour: "numeric" });
    for (let attempt = 0; attempt < 2; attempt += 1) expect(() => format("Mars/Olympus")).toThrow(RangeError);
  });
});
