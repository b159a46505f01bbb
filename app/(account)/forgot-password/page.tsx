import type { Metadata } from "next";
import { Banner } from "#app/_components/banner.tsx";
import { PageLink } from "#app/_components/page-link.tsx";
import type { PageQuery } from "#app/_lib/forms/page-query.ts";
import { AccountHeading } from "../_components/account-heading.tsx";
import { MailboxHint } from "../_components/mailbox-hint.tsx";
import { ForgotPasswordForm } from "./forgot-password-form.tsx";

export const metadata: Metadata = { title: "Forgot your password?" };

export default async function ForgotPasswordPage({ searchParams }: PageQuery) {
  const { because } = await searchParams;
  return (
    <>
      <AccountHeading title="Forgot your password?">We send you a link to choose a new one.</AccountHeading>
      <div className="mb-6 flex flex-col gap-4 empty:hidden">
        {because === "expired" && (
          <Banner tone="warning">That link has been used, has expired or is incomplete. Have a new one sent.</Banner>
        )}
        <MailboxHint />
      </div>
      <ForgotPasswordForm />
      <p className="mt-6 text-muted">
        <PageLink href="/sign-in" className="text-link">
          Back to signing in
        </PageLink>
      </p>
    </>
  );
}
