import type { JsonSchema } from "./openapi-document.ts";

/** Examples of strings by their format. */
const FORMATS: Readonly<Record<string, string>> = {
  uuid: "019ac3f2-7d4e-7b1c-9f60-2a8d5e4c1b07",
  "date-time": "2026-11-29T06:14:09.000Z",
  date: "2026-12-24",
};

/** Returns a value that a JSON Schema of the API describes: the example that it names, or one that fits its type. */
export function exampleOf(schema: JsonSchema | boolean): unknown {
  if (typeof schema === "boolean") return null;
  const { examples, const: only, enum: values, default: usual, anyOf, oneOf, type } = schema;
  if (examples?.[0] !== undefined) return examples[0];
  if (only !== undefined) return only;
  if (values?.[0] !== undefined) return values[0];
  if (usual !== undefined) return usual;
  const [choice] = oneOf ?? anyOf ?? [];
  if (choice) return exampleOf(choice);
  switch ([type].flat()[0]) {
    case "object":
      return Object.fromEntries(Object.entries(schema.properties ?? {}).map(([name, field]) => [name, exampleOf(field)]));
    case "array":
      return Array.isArray(schema.items) || schema.items === undefined ? [] : [exampleOf(schema.items)];
    case "string":
      return FORMATS[schema.format ?? ""] ?? "text";
    case "integer":
    case "number":
      return 1;
    case "boolean":
      return false;
    default:
      return null;
  }
}
