/** A value of a CSV file. Dates are written in ISO 8601, in UTC; null is an empty cell. */
export type CsvCell = string | number | Date | null;

/** Begins a file in UTF-8, so that Excel does not take it for another encoding. */
export const BYTE_ORDER_MARK = "\u{FEFF}";

/** First characters by which a spreadsheet takes a text for a formula, also after spaces and characters without a width. */
const FORMULA = /^[\s\p{Cc}\p{Cf}]*[=+\-@\u{FF1D}\u{FF0B}\u{FF0D}\u{FF20}]|^[\t\r\n]/u;

/** Writes a row as RFC 4180 has it. A text that could be a formula begins with an apostrophe, so that opening the file runs nothing. */
export function csvRow(cells: readonly CsvCell[]): string {
  return `${cells.map(written).join(",")}\r\n`;
}

/** Separators at which a spreadsheet of another country cuts a text into cells, before the beginning of a formula. */
const CUT = /[;\t\r\n](?=[=+\-@\u{FF1D}\u{FF0B}\u{FF0D}\u{FF20}])/gu;

function written(cell: CsvCell): string {
  if (cell === null) return "";
  if (typeof cell === "number") return String(cell);
  if (cell instanceof Date) return cell.toISOString();
  const plain = cell.toWellFormed().replaceAll("\0", "");
  const text = (FORMULA.test(plain) ? `'${plain}` : plain).replace(CUT, "$&'");
  return `"${text.replaceAll('"', '""')}"`;
}
