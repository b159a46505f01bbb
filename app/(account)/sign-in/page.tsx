import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { Banner } from "#app/_components/banner.tsx";
import { PageLink } from "#app/_components/page-link.tsx";
import { nextPath } from "#app/_lib/forms/next-path.ts";
import type { PageQuery } from "#app/_lib/forms/page-query.ts";
import { findVisitor } from "#app/_lib/session/session.ts";
import { getSettings } from "#app/_lib/settings.ts";
import { DELETED_KEPT_DAYS } from "#worker/core/deletion/erased-at.ts";
import { AccountHeading } from "../_components/account-heading.tsx";
import { SignInForm } from "./sign-in-form.tsx";

export const metadata: Metadata = { title: "Sign in" };

const NOTES: Record<string, string> = {
  exists: "You already have an account with this address. Sign in to go on.",
  reset: "Your new password is set, and you were signed out everywhere else. Sign in with it.",
  over: "You took longer than ten minutes for the code. Sign in again.",
  deleted: `Your account and everything in it is deleted. To get it back, write to us within ${DELETED_KEPT_DAYS} days.`,
};

export default async function SignInPage({ searchParams }: PageQuery) {
  const query = await searchParams;
  const next = nextPath(query.next, getSettings().APP_URL);
  if (await findVisitor()) redirect(next);
  const note = typeof query.note === "string" ? NOTES[query.note] : undefined;
  return (
    <>
      <AccountHeading title="Sign in" />
      {note && (
        <div className="mb-6">
          <Banner tone={query.note === "over" ? "warning" : "success"} role="status">
            {note}
          </Banner>
        </div>
      )}
      <SignInForm next={next} />
      <p className="mt-6 text-muted">
        New here?{" "}
        <PageLink href="/sign-up" className="text-link">
          Create an account
        </PageLink>
      </p>
    </>
  );
}
