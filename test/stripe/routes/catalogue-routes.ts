import { z } from "zod";
import { PRICES, PRODUCTS } from "#test/stripe/catalogue.ts";
import { missing } from "#test/stripe/stripe-fault.ts";
import { listOf, type Route } from "./route.ts";

const priceQuery = z.strictObject({
  lookup_keys: z.array(z.string()).max(10).optional(),
  active: z.string().optional(),
  limit: z.string().optional(),
  product: z.string().optional(),
});

export const catalogueRoutes: Route[] = [
  {
    method: "GET",
    pattern: /^\/v1\/prices$/,
    answer({ parameters }) {
      const { lookup_keys: keys, product } = priceQuery.parse(parameters);
      const found = PRICES.filter((price) => !keys || keys.includes(price.lookup_key));
      return listOf("/v1/prices", product ? found.filter((price) => price.product === product) : found);
    },
  },
  { method: "GET", pattern: /^\/v1\/prices\/([^/]+)$/, answer: ({ id }) => byId("price", PRICES, id) },
  { method: "GET", pattern: /^\/v1\/products$/, answer: () => listOf("/v1/products", PRODUCTS) },
  { method: "GET", pattern: /^\/v1\/products\/([^/]+)$/, answer: ({ id }) => byId("product", PRODUCTS, id) },
];

function byId<T extends { id: string }>(kind: string, all: T[], id: string): T {
  const found = all.find((candidate) => candidate.id === id);
  if (!found) throw missing(kind, id);
  return found;
}
