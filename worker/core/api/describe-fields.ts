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

/**
 * Returns all fields of an object, in their order, with those of the objects in it. Fields of alternatives are listed once, with all their types;
 * one is required if all alternatives require it.
 */
export function describeFields(schema: JsonSchema, prefix = ""): DescribedField[] {
  return joined(alternativesOf(schema).map((one) => fieldsOf(one, prefix)));
}

function fieldsOf({ properties = {}, required = [] }: JsonSchema, prefix: string): DescribedField[] {
  return Object.entries(properties).flatMap(([name, property]) => {
    if (typeof property === "boolean") return [];
    const path = `${prefix}${name}`;
    const description = property.description ?? "";
    const field = { path, type: typeInWords(property), isRequired: required.includes(name), description };
    return [field, ...joined(alternativesOf(property).map((one) => innerFields(one, path)))];
  });
}

function innerFields(one: JsonSchema, path: string): DescribedField[] {
  if (one.type === "object") return fieldsOf(one, `${path}.`);
  const { items } = one;
  if (one.type !== "array" || typeof items !== "object" || Array.isArray(items)) return [];
  return describeFields(items, `${path}[].`);
}

/** Returns the schemas of which one holds, without null. */
function alternativesOf(schema: JsonSchema): JsonSchema[] {
  const choices = schema.oneOf ?? schema.anyOf;
  return choices ? choices.filter((one) => typeof one === "object" && one.type !== "null") : [schema];
}

function joined(alternatives: DescribedField[][]): DescribedField[] {
  return [...Map.groupBy(alternatives.flat(), ({ path }) => path).values()].flatMap((group) => {
    const [first] = group;
    if (!first) return [];
    const types = [...new Set(group.flatMap(({ type }) => type.split(", ")))];
    const isRequired = group.length === alternatives.length && group.every((field) => field.isRequired);
    return [{ ...first, type: types.join(", "), isRequired }];
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
