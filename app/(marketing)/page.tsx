import type { Metadata } from "next";
import { getSettings } from "#app/_lib/settings.ts";
import { Hero } from "./_components/hero.tsx";
import { HowItWorks } from "./_components/how-it-works.tsx";
import { Pricing } from "./_components/pricing.tsx";
import { Questions } from "./_components/questions.tsx";

const TITLE = "Flawless: your website, proofread every day";
const DESCRIPTION =
  "Flawless reads every page of your website daily and writes to you only when a spelling mistake, a grammar mistake or a broken link appears.";

export function generateMetadata(): Metadata {
  const { APP_URL: url } = getSettings();
  return {
    title: { absolute: TITLE },
    description: DESCRIPTION,
    metadataBase: new URL(url),
    alternates: { canonical: "/" },
    openGraph: { title: TITLE, description: DESCRIPTION, url: "/", siteName: "Flawless", type: "website", locale: "en_US" },
    twitter: { card: "summary", title: TITLE, description: DESCRIPTION },
  };
}

export default function LandingPage() {
  return (
    <>
      <Hero />
      <HowItWorks />
      <Pricing />
      <Questions />
    </>
  );
}
