import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import PostalMime from "postal-mime";
import { z } from "zod";

/** A mail that the SMTP server has written down. `content` has no ids, secrets or order of lines, so that mails of two runs can be compared. */
export type TakenMail = { at: number; messageId: string; content: string };

const lineSchema = z.object({ at: z.number(), to: z.array(z.string()), raw: z.string() });
/** Addresses of the product, which hold ids and secrets. */
const OWN_ADDRESS = /https?:\/\/127\.0\.0\.1:\d{1,5}\/[^\s)>\]]*/g;
const SITE_ADDRESS = /127\.0\.0\.1:\d{1,5}/g;

/** Counts the mails that the SMTP server has taken. */
export async function countMails(file: string): Promise<number> {
  return (await readLines(file)).length;
}

/** Reads the mails that the SMTP server has taken, in their order. */
export async function readMails(file: string): Promise<TakenMail[]> {
  const lines = await readLines(file);
  return Promise.all(
    lines.map(async (line) => {
      const { at, to, raw } = lineSchema.parse(JSON.parse(line));
      const { messageId = "none", subject = "", text = "" } = await PostalMime.parse(raw);
      const said = text
        .replace(OWN_ADDRESS, (address) => (/\/(?:page|gone)-\d+$/.test(address) ? new URL(address).pathname : "<link>"))
        .replace(SITE_ADDRESS, "<site>");
      const content = [`To: ${to.join(", ")}`, `Subject: ${subject}`, ...said.split("\n").sort()].join("\n");
      return { at, messageId, content };
    }),
  );
}

async function readLines(file: string): Promise<string[]> {
  return existsSync(file) ? (await readFile(file, "utf8")).split("\n").slice(0, -1) : [];
}
