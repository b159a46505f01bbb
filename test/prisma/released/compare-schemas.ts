import type { SchemaDescription } from "#prisma/describe-schema.ts";

type Column = SchemaDescription["columns"][number];
type Rule = SchemaDescription["rules"][number];

/**
 * Returns what the code of the released version would miss in a newer schema, one line each: what it reads and is gone or different, and what it
 * writes and is refused.
 */
export function compareSchemas(released: SchemaDescription, current: SchemaDescription): string[] {
  const now = new Map(current.columns.map((column) => [keyOf(column), column]));
  const before = new Map(released.columns.map((column) => [keyOf(column), column]));
  const tables = new Set(released.columns.map(({ table }) => table));
  const added = current.columns.filter((column) => tables.has(column.table) && !before.has(keyOf(column)));
  return [
    ...released.columns.flatMap((column) => compareColumn(column, now.get(keyOf(column)))),
    ...added.filter(isNeeded).map((column) => `${keyOf(column)} is new and required without a default`),
    ...compareEnums(released, current),
    ...compareRules(released.rules, current.rules, { tables, added }),
  ];
}

function keyOf({ table, name }: { table: string; name: string }): string {
  return `${table}.${name}`;
}

/** Returns true if a row cannot be written without the column. */
function isNeeded({ isRequired, hasDefault }: Column): boolean {
  return isRequired && !hasDefault;
}

function compareColumn(was: Column, is: Column | undefined): string[] {
  const name = keyOf(was);
  if (!is) return [`${name} is gone`];
  const faults: string[] = [];
  if (is.type !== was.type) faults.push(`${name} was ${was.type} and is ${is.type}`);
  if (is.isRequired && !was.isRequired) faults.push(`${name} no longer takes null`);
  if (!is.isRequired && was.isRequired) faults.push(`${name} may be null, which released code does not expect`);
  if (isNeeded(is) && was.hasDefault) faults.push(`${name} has lost its default`);
  return faults;
}

function compareEnums(released: SchemaDescription, current: SchemaDescription): string[] {
  const values = new Map(current.enums.map((one) => [one.name, new Set(one.values)]));
  return released.enums.flatMap(({ name, values: was }) =>
    was.filter((value) => !values.get(name)?.has(value)).map((value) => `${name} has lost the value ${value}`),
  );
}

type Changes = { tables: ReadonlySet<string>; added: readonly Column[] };

function compareRules(released: readonly Rule[], current: readonly Rule[], { tables, added }: Changes): string[] {
  const idOf = ({ table, kind, definition }: Rule) => `${table} ${kind} ${definition}`;
  const [before, now] = [new Set(released.map(idOf)), new Set(current.map(idOf))];
  const fresh = new Map(added.map((column) => [keyOf(column), column]));
  const isHarmless = ({ table, kind, columns }: Rule) => {
    const own = columns.map((name) => fresh.get(keyOf({ table, name })));
    if (kind === "trigger" || columns.length === 0) return false;
    // Nulls are never the same as others.
    if (kind === "unique") return own.some((column) => column !== undefined && !column.isRequired && !column.hasDefault);
    return own.every((column) => column !== undefined);
  };
  // Conflicts are resolved by unique keys, and triggers do a part of the code's work. Released code does not need other rules.
  const needed = released.filter(({ kind }) => kind === "unique" || kind === "trigger");
  return [
    ...needed.filter((rule) => !now.has(idOf(rule))).map((rule) => `${idOf(rule)} is gone`),
    ...current
      .filter((rule) => tables.has(rule.table) && !before.has(idOf(rule)) && !isHarmless(rule))
      .map((rule) => `${idOf(rule)} is new and may refuse what released code writes`),
  ];
}
