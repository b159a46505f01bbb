import { afterAll, beforeAll, expect, it } from "vitest";
import { parseAllDocuments } from "yaml";
import { z } from "zod";
import { createTestDatabase, type TestDatabase } from "#test/support/database.ts";
import { readDeployFile } from "./deploy-files.ts";

const scalerSchema = z.object({
  spec: z.object({ triggers: z.array(z.object({ metadata: z.object({ query: z.string() }) })).length(1) }),
});

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

it("scales workers by a query that this schema answers with one number", async () => {
  const [document] = parseAllDocuments(await readDeployFile("kubernetes/app/worker-scaler.yaml"));
  const [trigger] = scalerSchema.parse(document?.toJS()).spec.triggers;
  const rows = await database.db.$queryRawUnsafe(trigger?.metadata.query ?? "");
  expect(rows).toEqual([{ count: 0n }]);
});
