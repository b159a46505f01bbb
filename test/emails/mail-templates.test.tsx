import { readdirSync } from "node:fs";
import { join } from "node:path";
import { createElement, type FunctionComponent } from "react";
import { pretty } from "react-email";
import { describe, expect, it } from "vitest";
import { renderMail } from "#emails/render-mail.ts";

type Template = FunctionComponent<Record<string, unknown>> & { PreviewProps?: Record<string, unknown> };

const FOLDER = join(import.meta.dirname, "..", "..", "emails");
const templates = readdirSync(FOLDER).filter((file) => file.endsWith("-mail.tsx"));

// After a change of a mail: `npm run test:unit -- mail-templates -u`, then read the changed text aloud and look at `npm run email`.
describe("each mail looks as it did", () => {
  it.each(templates)("%s", async (file) => {
    const { default: Mail }: { default: Template } = await import(join(FOLDER, file));
    if (!Mail.PreviewProps) throw new Error(`emails/${file} has no PreviewProps.`);
    const { html, text } = renderMail(createElement(Mail, Mail.PreviewProps));
    await expect(await pretty(html)).toMatchFileSnapshot(join("snapshots", file.replace(".tsx", ".html")));
    await expect(text).toMatchFileSnapshot(join("snapshots", file.replace(".tsx", ".txt")));
  });
});
