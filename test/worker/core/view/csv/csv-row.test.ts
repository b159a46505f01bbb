import { describe, expect, it } from "vitest";
import { csvRow } from "#worker/core/view/csv/csv-row.ts";

describe("csvRow", () => {
  it("quotes texts, doubles quotes, keeps line breaks and separators, and ends with CRLF (RFC 4180)", () => {
    expect(csvRow(['say "hi"', "a,b;c", "two\nlines", ""])).toBe('"say ""hi""","a,b;c","two\nlines",""\r\n');
  });

  it("writes numbers as numbers, negative ones too, dates in UTC, and nothing for null", () => {
    expect(csvRow([-3, 0.5, new Date("2026-11-21T12:00:00+01:00"), null])).toBe("-3,0.5,2026-11-21T11:00:00.000Z,\r\n");
  });

  it.each([
    "=1+1",
    "+1",
    "-1",
    "@SUM(A1)",
    "\t=1",
    "\rx",
    "\nx",
    " =1+1",
    "\u{A0}=1",
    "\u{FEFF}=1",
    "\u{200B}=1",
    "\0=1",
    "\u{FF1D}1",
    "\u{FF0B}1",
    "\u{FF0D}1",
    "\u{FF20}x",
    '=HYPERLINK("https://evil.example","click")',
    "=cmd|' /C calc'!A0",
    "\t\t",
  ])("makes no formula of %j", (text) => {
    expect(csvRow([text]).startsWith(`"'`)).toBe(true);
  });

  it.each(["a;=1+1", "a\t=1+1", "a\n=1+1", "a\r\n@SUM(A1)", "a;\0=1", "a;\u{FF1D}1", ";+1", "a;=1;=2"])(
    "makes no formula where a spreadsheet cuts %j into cells at another separator",
    (text) => {
      const cells = csvRow([text])
        .trimEnd()
        .split(/[;\t\r\n]/u);
      expect(cells.filter((cell) => /^["\s]*[=+\-@\u{FF1D}]/u.test(cell))).toEqual([]);
    },
  );

  it.each(["recieve", "a; b", "a;b", "a\nb", "a=b", "1-2", "me@example.com", "’tis", "'=1", "— a dash", "über"])(
    "leaves %j as it is",
    (text) => {
      expect(csvRow([text])).toBe(`"${text}"\r\n`);
    },
  );

  it("writes text that is valid in UTF-8, whatever a page had", () => {
    expect(csvRow(["a\uD800b\0c"])).toBe('"a\u{FFFD}bc"\r\n');
  });

  it("takes time in proportion to a long text", () => {
    const long = " ".repeat(1_000_000);
    expect(csvRow([`${long}x`])).toHaveLength(1_000_005);
  });
});
