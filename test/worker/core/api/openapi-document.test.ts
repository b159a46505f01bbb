import { describe, expect, it } from "vitest";
import { z } from "zod";
import { curlExample } from "#app/(marketing)/docs/api/curl-example.ts";
import { API_OPERATIONS } from "#worker/core/api/api-operations.ts";
import type { AnyContract } from "#worker/core/api/contracts/contract.ts";
import { describeFields, typeInWords } from "#worker/core/api/describe-fields.ts";
import { exampleOf } from "#worker/core/api/example-of.ts";
import { openApiDocument } from "#worker/core/api/openapi-document.ts";

const document = openApiDocument("https://flawless.example");
const contracts: [string, AnyContract][] = Object.entries(API_OPERATIONS);

describe("the documentation of the API", () => {
  it.each(Object.entries(document.components.schemas))("has an example of %s that is right", (_name, schema) => {
    const checker = z.fromJSONSchema(z.record(z.string(), z.json()).parse(schema));
    expect(checker.safeParse(exampleOf(schema)).error?.issues ?? []).toEqual([]);
  });

  it.each(contracts)("has an example of the request of %s that is accepted", (_id, { body }) => {
    if (body.name === null) return expect(body.schema.safeParse(undefined).success).toBe(true);
    const schema = document.components.schemas[body.name];
    expect(body.schema.safeParse(schema && exampleOf(schema)).error?.issues ?? []).toEqual([]);
  });

  it.each(contracts)("describes each field that %s takes or answers", (_id, { body, answer }) => {
    for (const { name } of [body, answer]) {
      const schema = name === null ? undefined : document.components.schemas[name];
      if (!schema) continue;
      const paths = describeFields(schema).map(({ path }) => path);
      expect(new Set(paths).size).toBe(paths.length);
      for (const key of Object.keys(schema.properties ?? {})) expect(paths).toContain(key);
      expect(describeFields(schema).filter(({ type }) => /undefined|\[object|^value$/.test(type))).toEqual([]);
    }
  });

  it("lists the fields of alternatives once, and requires what all of them do", () => {
    const fields = describeFields({
      type: "object",
      required: ["one"],
      properties: {
        one: {
          oneOf: [
            { type: "object", required: ["kind"], properties: { kind: { const: "a" } } },
            {
              type: "object",
              required: ["kind", "day"],
              properties: { kind: { const: "b" }, day: { type: "string", format: "date" } },
            },
          ],
        },
      },
    });
    expect(fields.map(({ path, type, isRequired }) => [path, type, isRequired])).toEqual([
      ["one", "object", true],
      ["one.kind", "a, b", true],
      ["one.day", "day", false],
    ]);
  });

  it.each<[Parameters<typeof z.fromJSONSchema>[0], string]>([
    [{ type: "string", format: "uuid" }, "id"],
    [{ anyOf: [{ type: "string", format: "date-time" }, { type: "null" }] }, "time (ISO 8601, UTC) or null"],
    [{ type: "array", items: { type: "string" }, maxItems: 20 }, "list (text), at most 20"],
    [{ type: "integer", minimum: 1, maximum: 100, default: 50 }, "whole number from 1 to 100, 50 by default"],
    [{ type: "string", enum: ["read", "gone"] }, "read, gone"],
  ])("says the type of %o", (schema, words) => {
    expect(typeInWords(z.fromJSONSchema(schema).toJSONSchema())).toBe(words);
  });

  it("writes a call for a shell", () => {
    const server = "https://flawless.example/api/v1";
    expect(curlExample({ server, method: "delete", path: "/words/{wordId}", body: undefined })).toBe(
      `curl -X DELETE ${server}/words/WORD_ID \\\n  -H "Authorization: Bearer $FLAWLESS_TOKEN"`,
    );
    expect(curlExample({ server, method: "post", path: "/crawls/{crawlId}/cancel", body: undefined })).toContain("-X POST");
    const call = curlExample({ server, method: "post", path: "/words", body: { word: "it's" } });
    expect(call).not.toContain("-X");
    expect(call.match(/'/g)).toHaveLength(2);
  });
});
