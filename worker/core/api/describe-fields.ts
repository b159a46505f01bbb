import type { JsonSchema } from "./openapi-document.ts";

/** A field of a request or an answer. `path`: such as `words[].word`. `type`: in words. */
export type DescribedField = { path: string; type: string; isRequired: boolean; description: string };

/** Names of types by their format. */
const FORMATS: Readonly<Record<string, string>> = { uuid: "id", "date-time": "time (ISO 8601, UTC)", date: "day" };
const TYPES: Readonly<Record<string, string>> = {
  integer: "whole number",
  number: "number",
  boolean: "true or false",
  string: "text",
  object: "object",
  null: "null",
};

/** Returns all fields of an object, in their order, with those of the objects in it. Fields of alternatives are listed once. */
export function describeFields(schema: JsonSchema, prefix = ""): DescribedField[] {
  const fields = alternativesOf(schema).flatMap((one) =>
    Object.entries(one.properties ?? {}).flatMap(([name, property]) => {
      if (typeof property === "boolean") return [];
      const path = `${prefix}${name}`;
      const description = property.description ?? "";
      const field = { path, type: typeInWords(property), isRequired: one.required?.includes(name) ?? false, description };
      return [field, ...innerFields(property, path)];
    }),
  );
  return oncePerPath(fields);
}

function innerFields(property: JsonSchema, path: string): DescribedField[] {
  return alternativesOf(property).flatMap((one) => {
    if (one.type === "object") return describeFields(one, `${path}.`);
    const { items } = one;
    if (one.type !== "array" || typeof items !== "object" || Array.isArray(items)) return [];
    return describeFields(items, `${path}[].`);
  });
}

function alternativesOf(schema: JsonSchema): JsonSchema[] {
  const choices = schema.oneOf ?? schema.anyOf;
  return choices ? choices.filter((one) => typeof one === "object") : [schema];
}

/** Joins the types of a field that several alternatives have. It is required if all of them require it. */
function oncePerPath(fields: DescribedField[]): DescribedField[] {
  return [...Map.groupBy(fields, ({ path }) => path).values()].flatMap((group) => {
    const [first] = group;
    if (!first) return [];
    const types = [...new Set(group.flatMap(({ type }) => type.split(", ")))];
    return [{ ...first, type: types.join(", "), isRequired: group.every(({ isRequired }) => isRequired) }];
  });
}

/** Returns the type of a field in words, such as "list of ids, at most 500" or "spelling, grammar, links or null". */
export function typeInWords(schema: JsonSchema): string {
  const { enum: values, const: only, anyOf, oneOf, type, format, items, maxItems, minimum, maximum, default: usual } = schema;
  if (values) return values.join(", ");
  if (only !== undefined) return String(only);
  const choices = oneOf ?? anyOf;
  if (choices) return [...new Set(choices.map((one) => (typeof one === "object" ? typeInWords(one) : "")))].join(" or ");
  if (type === "array") {
    const inner = typeof items === "object" && !Array.isArray(items) ? typeInWords(items) : "values";
    return `list (${inner})${maxItems === undefined ? "" : `, at most ${maxItems}`}`;
  }
  const range = type === "integer" && minimum === 1 && maximum !== undefined ? ` from 1 to ${maximum}` : "";
  const names = [type ?? []].flat().map((one) => (one === "string" && FORMATS[format ?? ""]) || TYPES[one]);
  const name = names.length === 0 ? "value" : names.join(" or ");
  return `${name}${range}${usual === undefined ? "" : `, ${String(usual)} by default`}`;
}
