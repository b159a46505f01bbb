import { serveSite } from "#test/support/servers/site-server.ts";
import { TEXT_CHECK_IDS } from "#worker/core/checks/check-kinds.ts";
import { runCheckCommand } from "./run-check-command.ts";

/**
 * Prints the text Findings with the highest confidence on a folder of HTML, as table rows to be judged by reading: `node
 * test/bench/language/handbook.ts [folder] [how many]`. Default: 100 from the English pages of Debian's handbook (package
 * debian-handbook).
 */
const [folder = "/usr/share/doc/debian-handbook/html/en-US", wanted = "100"] = process.argv.slice(2);
const site = await serveSite(folder);
try {
  const report = await runCheckCommand(`${site.url}/`, ["--only", TEXT_CHECK_IDS.join(","), "--max-pages", "1000"]);
  const surest = report.findings.toSorted((a, b) => b.confidence - a.confidence).slice(0, Number(wanted));
  const cell = (text: string) => text.replaceAll("|", "\\|").replaceAll("\n", " ");
  const rows = surest.map(({ confidence, rule, text, suggestions, excerpt }, at) => {
    const suggested = suggestions.slice(0, 2).join(", ");
    return `| ${at + 1} | ${confidence.toFixed(2)} | ${rule} | ${cell(text)} | ${cell(suggested)} | ${cell(excerpt)} |`;
  });
  const head = ["| | sure | rule | text | suggested | sentence |", "|---|---|---|---|---|---|"];
  process.stdout.write(
    `${report.pages.length} pages, ${report.findings.length} Findings.\n\n${[...head, ...rows].join("\n")}\n`,
  );
} finally {
  await site.close();
}
