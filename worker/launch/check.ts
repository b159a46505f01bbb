import { findOrInstallBrowser } from "./prepare/find-or-install-browser.ts";
import { createTerminal } from "./report/terminal.ts";

/** Exit code of a check that could not run; 1 would mean that it found issues. */
const COULD_NOT_RUN = 2;

/** Arguments with which no browser is needed. */
const WITHOUT_BROWSER = ["--no-browser", "--help", "-h"];

/** Runs `npm run check`: makes sure of a browser, then runs the command, which alone writes to standard output. */
async function check(): Promise<void> {
  const terminal = createTerminal(process.stderr);
  try {
    if (!WITHOUT_BROWSER.some((option) => process.argv.includes(option)))
      process.env.CHROMIUM_PATH = await findOrInstallBrowser(terminal);
  } catch (error) {
    terminal.say(
      `${error instanceof Error ? error.message : String(error)}\nTo read pages without a browser, add --no-browser.`,
    );
    process.exitCode = COULD_NOT_RUN;
    return;
  }
  await import("#worker/cli/main.ts");
}

await check();
