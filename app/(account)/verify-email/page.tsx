import type { Metadata } from "next";
import { redirect } from "next/navigation";
import type { PageQuery } from "#app/_lib/page-query.ts";
import { AccountHeading } from "../_components/account-heading.tsx";
import { VerifyForm } from "./verify-form.tsx";

export const metadata: Metadata = { title: "Verify your address", referrer: "no-referrer", robots: { index: false } };

export default async function VerifyEmailPage({ searchParams }: PageQuery) {
  const { token } = await searchParams;
  if (typeof token !== "string") redirect("/check-your-mail?because=expired");
  return (
    <>
      <AccountHeading title="Verify your address">One moment: then you are signed in.</AccountHeading>
      <VerifyForm token={token} />
    </>
  );
}
