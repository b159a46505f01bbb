import { mkdir, readdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { build } from "esbuild";
import { createElement, type FunctionComponent } from "react";
import { renderMail } from "#emails/render-mail.ts";
import { PATHS } from "./project-paths.ts";
import { createTerminal } from "./report/terminal.ts";

type Template = FunctionComponent<Record<string, unknown>> & { PreviewProps?: Record<string, unknown> };

const TEMPLATE = /-mail\.tsx$/;

/**
 * Runs `npm run email`: renders every mail template with its sample props (`PreviewProps`) as HTML and as text into `.flawless/mails`, with a page
 * that links to all of them. React Email's own preview server downloads packages when it starts.
 */
async function previewMails(): Promise<void> {
  const terminal = createTerminal(process.stdout);
  const out = join(PATHS.state, "mails");
  await rm(out, { recursive: true, force: true });
  await mkdir(out, { recursive: true, mode: 0o700 });
  const names = await bundleTemplates(join(PATHS.dist, "mails"));
  for (const name of names) {
    const { default: Mail } = await import(pathToFileURL(join(PATHS.dist, "mails", `${name}.mjs`)).href);
    await writeMail(out, name, Mail);
  }
  await writeFile(join(out, "index.html"), indexOf(names));
  terminal.say(`${names.length} mails are in ${out}: open index.html there in a browser.`);
}

/** Bundles the templates, because Node cannot run TSX. Returns their names. */
async function bundleTemplates(outdir: string): Promise<string[]> {
  const files = (await readdir(join(PATHS.root, "emails"))).filter((file) => TEMPLATE.test(file));
  await build({
    absWorkingDir: PATHS.root,
    entryPoints: files.map((file) => join("emails", file)),
    outdir,
    outExtension: { ".js": ".mjs" },
    bundle: true,
    platform: "node",
    format: "esm",
    jsx: "automatic",
    packages: "external",
    logLevel: "error",
  });
  return files.map((file) => file.replace(".tsx", "")).sort();
}

async function writeMail(out: string, name: string, Mail: Template): Promise<void> {
  if (!Mail.PreviewProps)
    throw new Error(`emails/${name}.tsx has no PreviewProps. Give it sample props, as the other mails have.`);
  const { html, text } = renderMail(createElement(Mail, Mail.PreviewProps));
  await writeFile(join(out, `${name}.html`), html);
  await writeFile(join(out, `${name}.txt`), text);
}

function indexOf(names: string[]): string {
  const links = names.map((name) => `<li>${name}: <a href="${name}.html">HTML</a>, <a href="${name}.txt">text</a></li>`);
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>Mails</title><h1>Mails</h1><ul>${links.join("")}</ul></html>\n`;
}

await previewMails();
