import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { PageHeader } from "#app/_components/page-header.tsx";
import { PageLink } from "#app/_components/page-link.tsx";
import { getDatabase } from "#app/_lib/database.ts";
import { findMailboxMessage } from "#prisma/queries/deliveries/find-mailbox-message.ts";
import { clockTime } from "#worker/core/view/moments.ts";
import { requireMailbox } from "../require-mailbox.ts";

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  requireMailbox();
  const mail = await findMailboxMessage(getDatabase(), { messageId: (await params).messageId });
  return { title: mail?.subject ?? "Not found" };
}

type Props = { params: Promise<{ messageId: string }> };

/** One mail as it would have arrived: rendered, as text, and its headers. */
export default async function MailPage({ params }: Props) {
  requireMailbox();
  const { messageId } = await params;
  const mail = await findMailboxMessage(getDatabase(), { messageId });
  if (!mail) notFound();
  return (
    <>
      <PageLink href="/mailbox" className="text-sm text-muted hover:underline">
        ← All mail
      </PageLink>
      <div className="mt-2">
        <PageHeader title={mail.subject}>
          from {mail.from} to {mail.email}, {clockTime(mail.createdAt, "UTC")} UTC
        </PageHeader>
      </div>
      <iframe
        title={`The mail “${mail.subject}”`}
        src={`/mailbox/${mail.id}/html`}
        sandbox="allow-top-navigation-by-user-activation"
        className="h-[75vh] w-full rounded-card border border-line bg-white"
      />
      <details className="mt-4">
        <summary className="w-fit font-medium">As text</summary>
        <pre className="mt-2 rounded-card border border-line bg-surface p-4 font-mono text-sm whitespace-pre-wrap">
          {mail.text}
        </pre>
      </details>
      <details className="mt-3">
        <summary className="w-fit font-medium">Headers</summary>
        <pre className="mt-2 rounded-card border border-line bg-surface p-4 font-mono text-sm whitespace-pre-wrap">
          {Object.entries(mail.headers)
            .map(([name, value]) => `${name}: ${value}`)
            .join("\n") || "No extra headers."}
        </pre>
      </details>
    </>
  );
}
