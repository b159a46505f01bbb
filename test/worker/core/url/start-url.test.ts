import { expect, it } from "vitest";
import { startUrlOf } from "#worker/core/url/start-url.ts";

it.each([
  ["stays where nothing moved", "https://a.example/", "https://a.example/", "https://a.example/"],
  ["stays at the root when the server chooses a language", "https://a.example/", "https://a.example/en/", "https://a.example/"],
  ["stays at the path that was typed", "https://a.example/shop", "https://a.example/shop/", "https://a.example/shop"],
  ["follows to https", "http://a.example/", "https://a.example/", "https://a.example/"],
  ["follows to www", "https://a.example/", "https://www.a.example/", "https://www.a.example/"],
  ["follows to https, not into the language", "http://a.example/", "https://www.a.example/en/", "https://www.a.example/"],
  ["follows the whole site with its path", "http://a.example/shop", "https://a.example/shop", "https://a.example/shop"],
  ["takes the query along", "http://a.example/?shop=1", "https://a.example/?shop=1", "https://a.example/?shop=1"],
  ["follows a page to another site's page", "https://a.example/shop", "https://b.example/store", "https://b.example/store"],
  [
    "keeps what was asked when the answer's address is too long",
    "https://a.example/x",
    `https://b.example/${"y".repeat(3000)}`,
    "https://a.example/x",
  ],
])("%s", (_name, asked, answered, expected) => {
  expect(startUrlOf(asked, answered)).toBe(expected);
});
