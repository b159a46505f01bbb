import type { DigestItem } from "#worker/core/digest/digest.ts";

/** Sample data for the templates' previews. */
export const sampleItems = [
  {
    issueId: "sample-1",
    check: "spelling",
    severity: "error",
    message: "“recieve” is not in our dictionaries. Did you mean “receive”?",
    text: "recieve",
    suggestion: "receive",
    excerpt: "Order before noon and recieve your bread the same day.",
    pageUrl: "https://harbour-bakery.example/delivery",
    pageCount: 3,
    reopened: false,
    alike: 0,
  },
  {
    issueId: "sample-2",
    check: "links",
    severity: "error",
    message: "The page does not exist (404).",
    text: "https://harbour-bakery.example/menus/autumn-2024-catering-and-celebration-cakes.pdf",
    suggestion: null,
    excerpt: "Autumn menu",
    pageUrl: "https://harbour-bakery.example/",
    pageCount: 1,
    reopened: true,
    alike: 0,
  },
  {
    issueId: "sample-3",
    check: "grammar",
    severity: "warning",
    message: "“the” is repeated; write it once.",
    text: "the the",
    suggestion: "the",
    excerpt: "We bake through the the night.",
    pageUrl: "https://harbour-bakery.example/about",
    pageCount: 1,
    reopened: false,
    alike: 0,
  },
] as const satisfies DigestItem[];
