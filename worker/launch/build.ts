import { buildProduct } from "./prepare/build-product.ts";
import { findOrInstallBrowser } from "./prepare/find-or-install-browser.ts";
import { generateClient } from "./prepare/generate-client.ts";
import { createTerminal } from "./report/terminal.ts";

/** Runs `npm run build`: builds all that a machine needs to run the web process or the worker, and starts nothing. */
const terminal = createTerminal(process.stdout);
await Promise.all([findOrInstallBrowser(terminal), generateClient(terminal).then(() => buildProduct(terminal))]);
