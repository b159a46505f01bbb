import type { Metadata } from "next";
import Link from "next/link";
import { redirect } from "next/navigation";
import { contactAddress } from "#app/_lib/contact-address.ts";
import { nextPath } from "#app/_lib/forms/next-path.ts";
import type { PageQuery } from "#app/_lib/forms/page-query.ts";
import { findVisitor } from "#app/_lib/session/session.ts";
import { getSettings } from "#app/_lib/settings.ts";
import { AccountHeading } from "../../_components/account-heading.tsx";
import { CodeForm } from "./code-form.tsx";

export const metadata: Metadata = { title: "Enter your code" };

export default async function SignInCodePage({ searchParams }: PageQuery) {
  const query = await searchParams;
  const next = nextPath(query.next, getSettings().APP_URL);
  if (await findVisitor()) redirect(next);
  const byRecovery = query.with === "recovery";
  const other = new URLSearchParams({ next, ...(byRecovery ? {} : { with: "recovery" }) });
  return (
    <>
      <AccountHeading title={byRecovery ? "Enter a recovery code" : "Enter your code"}>
        {byRecovery
          ? "One of the ten that you kept when you turned two-factor sign-in on. Each works once."
          : "Your password is right. Now enter the six digits that your authenticator app shows."}
      </AccountHeading>
      <CodeForm key={String(byRecovery)} next={next} byRecovery={byRecovery} />
      <div className="mt-6 flex flex-col gap-2 text-muted">
        <p>
          <Link href={`/sign-in/code?${other}`} replace className="text-link">
            {byRecovery ? "Use the authenticator app" : "Use a recovery code instead"}
          </Link>
        </p>
        <p>
          <Link href={`/sign-in?${new URLSearchParams({ next })}`} className="text-link">
            Back to signing in
          </Link>
        </p>
        {byRecovery && (
          <p className="text-sm">
            No recovery code left? Write to{" "}
            <a href={`mailto:${contactAddress()}`} className="text-link">
              {contactAddress()}
            </a>{" "}
            from the address of your account. We check with care who you are before we let you in, which takes some days.
          </p>
        )}
      </div>
    </>
  );
}
