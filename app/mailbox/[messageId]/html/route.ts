import { z } from "zod";
import { getDatabase } from "#app/_lib/database.ts";
import { getSettings } from "#app/_lib/settings.ts";
import { findMailboxMessage } from "#prisma/queries/deliveries/find-mailbox-message.ts";

/**
 * Policy of a mail's HTML: nothing may run, load or be sent, even if the address is opened outside the frame. It is a response
 * of its own rather than `srcdoc`, because a `srcdoc` frame inherits our pages' policy, which would disable the mail's style
 * attributes.
 */
const POLICY = [
  "default-src 'none'",
  "style-src 'unsafe-inline'",
  "img-src data:",
  "form-action 'none'",
  "frame-ancestors 'self'",
  "sandbox allow-top-navigation-by-user-activation",
].join("; ");

/** Opens links in the whole window, as a mail program would. */
const LINKS_TO_TOP = '<base target="_top">';

export async function GET(_request: Request, { params }: { params: Promise<{ messageId: string }> }): Promise<Response> {
  if (getSettings().SMTP_URL) return new Response("Not found", { status: 404 });
  const messageId = z.uuid().safeParse((await params).messageId).data;
  const mail = messageId && (await findMailboxMessage(getDatabase(), { messageId }));
  if (!mail) return new Response("Not found", { status: 404 });
  const html = mail.html.replace(/<head(?:\s[^<>]*)?>/i, (head) => `${head}${LINKS_TO_TOP}`);
  return new Response(html.includes(LINKS_TO_TOP) ? html : `${LINKS_TO_TOP}${html}`, {
    headers: {
      "Content-Type": "text/html; charset=utf-8",
      "Content-Security-Policy": POLICY,
      "Cache-Control": "no-store",
      "X-Content-Type-Options": "nosniff",
      "Referrer-Policy": "no-referrer",
    },
  });
}
