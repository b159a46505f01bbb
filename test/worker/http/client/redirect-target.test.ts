import { describe, expect, it } from "vitest";
import { redirectTarget } from "#worker/http/client/redirect-target.ts";

describe("redirectTarget", () => {
  it.each([301, 302, 303, 307, 308])("follows %d", (statusCode) => {
    expect(redirectTarget({ statusCode, headers: { location: "/new" } })).toBe("/new");
  });

  it.each([200, 201, 300, 304, 404])("does not follow %d", (statusCode) => {
    expect(redirectTarget({ statusCode, headers: { location: "/new" } })).toBeNull();
  });

  it.each([[undefined], [""], ["  "], [["", " "]]])("does not follow the Location %j", (location) => {
    expect(redirectTarget({ statusCode: 302, headers: { location } })).toBeNull();
  });

  it("takes the first Location that says something", () => {
    expect(redirectTarget({ statusCode: 302, headers: { location: ["", "/new", "/other"] } })).toBe("/new");
  });
});
