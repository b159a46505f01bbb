import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { getDatabase } from "#app/_lib/database.ts";
import { getQueue } from "#app/_lib/queue.ts";
import { type StripeStandIn, startStripeStandIn } from "#test/stripe/server.ts";
import { createTestDatabase, type TestDatabase } from "#test/support/database.ts";
import { register } from "../instrumentation.ts";

const API_KEY = "sk_standin_of_this_test";

describe("the start of the web process", () => {
  let database: TestDatabase;
  let standIn: StripeStandIn;

  beforeAll(async () => {
    database = await createTestDatabase();
    const webhook = { webhookUrl: "http://127.0.0.1:1/", webhookSecret: "whsec_of_this_test" };
    standIn = await startStripeStandIn({ ...webhook, port: 0, apiKey: API_KEY });
    vi.stubEnv("NEXT_RUNTIME", "nodejs");
    vi.stubEnv("DATABASE_URL", database.pooledUrl);
    vi.stubEnv("DIRECT_DATABASE_URL", database.url);
    vi.stubEnv("APP_URL", "http://127.0.0.1:9");
    vi.stubEnv("AUTH_SECRET", "a secret of at least 32 characters");
    vi.stubEnv("STRIPE_SECRET_KEY", API_KEY);
    vi.stubEnv("STRIPE_API_URL", standIn.url);
  });
  afterAll(async () => {
    vi.unstubAllEnvs();
    await (await getQueue()).stop({ graceful: false });
    await getDatabase().$disconnect();
    await standIn?.close();
    await database?.drop();
  });

  it("compares with Stripe at once", async () => {
    const before = Date.now();
    await register();
    const comparedAt = async () => (await database.db.stripeWatch.findFirst())?.comparedAt.getTime() ?? 0;
    await expect.poll(comparedAt, { timeout: 20_000 }).toBeGreaterThanOrEqual(before);
  });

  it("ends with the list of settings that are wrong", async () => {
    vi.stubEnv("STRIPE_TAX", "maybe");
    await expect(register()).rejects.toThrow("STRIPE_TAX");
  });
});
