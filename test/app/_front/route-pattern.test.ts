import { expect, it } from "vitest";
import { makeFindPattern } from "#app/_front/route-pattern.ts";

const findPattern = makeFindPattern([
  "/",
  "/sites",
  "/sites/new",
  "/sites/[siteId]",
  "/sites/[siteId]/issues/[issueId]",
  "/decide/[token]",
  "/api/auth/[...all]",
]);

it.each([
  ["/", "/"],
  ["/sites/", "/sites"],
  ["/sites/new", "/sites/new"],
  ["/sites/0198f", "/sites/[siteId]"],
  ["/sites/new/issues/7", "/sites/[siteId]/issues/[issueId]"],
  ["/decide/a-secret", "/decide/[token]"],
  ["/api/auth/sign-in/email", "/api/auth/[...all]"],
  ["/_next/static/chunks/1.js", "/_next/[file]"],
  ["/decide/a-secret/more", "(other)"],
  ["/wp-login.php", "(other)"],
  ["/__proto__", "(other)"],
  ["*", "(other)"],
  [`/${"a/".repeat(100_000)}`, "(other)"],
])("shows %j as %j", (path, pattern) => {
  expect(findPattern(path)).toBe(pattern);
});
