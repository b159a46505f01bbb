import type { CsvCell } from "../csv/csv-row.ts";

/** A value of an exported record. */
export type DataValue = string | number | boolean | Date | null | readonly string[];
/** A row of a list in the archive of a Team's data, in its order. */
export type DataRecord = Readonly<Record<string, DataValue>>;

/** Returns a value as a cell of a CSV file. */
export function dataCell(value: DataValue): CsvCell {
  if (typeof value === "boolean") return value ? "yes" : "no";
  return isList(value) ? value.join(" | ") : value;
}

function isList(value: DataValue): value is readonly string[] {
  return Array.isArray(value);
}
