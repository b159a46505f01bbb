import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** A sentence whose words people marked where they are mistyped. */
export type TreebankText = { document: string; text: string; slips: { start: number; end: number }[] };

/** Reads the sentences of all CoNLL-U files in a folder and below; each file is a document of its own, or names its documents. */
export function readTreebanks(folder: string): TreebankText[] {
  return readdirSync(folder, { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) return readTreebanks(path);
      return entry.name.endsWith(".conllu") ? sentencesOf(readFileSync(path, "utf8"), entry.name) : [];
    });
}

function sentencesOf(file: string, name: string): TreebankText[] {
  let document = name;
  return file.split("\n\n").flatMap((sentence) => {
    const lines = sentence.split("\n");
    document = fieldOf(lines, "newdoc id") ?? document;
    const text = fieldOf(lines, "text");
    return text === undefined ? [] : [{ document, text, slips: slipsIn(lines, text) }];
  });
}

function fieldOf(lines: readonly string[], key: string): string | undefined {
  const start = `# ${key} = `;
  return lines.find((line) => line.startsWith(start))?.slice(start.length);
}

function slipsIn(lines: readonly string[], text: string): { start: number; end: number }[] {
  const slips: { start: number; end: number }[] = [];
  let from = 0;
  for (const line of lines) {
    const [id = "", form = "", , , , features = "", , , , rest = ""] = line.split("\t");
    if (!/^\d+$/u.test(id)) continue;
    const start = text.indexOf(form, from);
    if (start === -1) continue;
    from = start + form.length;
    if (/Typo=Yes/u.test(features) || /(?:CorrectForm|Correct)=/u.test(rest)) slips.push({ start, end: from });
  }
  return slips;
}
