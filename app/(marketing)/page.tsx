import type { Metadata } from "next";
import { getSettings } from "#app/_lib/settings.ts";
import { Hero } from "./_components/hero.tsx";
import { HowItWorks } from "./_components/how-it-works.tsx";
import { pageMetadata } from "./_components/page-metadata.ts";
import { Pricing } from "./_components/pricing.tsx";
import { Questions } from "./_components/questions.tsx";
import { StructuredData } from "./_components/structured-data.tsx";

const DESCRIPTION =
  "Flawless reads every page of your website daily and writes to you only when a spelling mistake, a grammar mistake or a broken link appears.";

export const metadata: Metadata = pageMetadata({
  path: "/",
  title: "Flawless: your website, proofread every day",
  description: DESCRIPTION,
});

export default function LandingPage() {
  const { APP_URL: url, TRIALS_PER_HOUR: trials } = getSettings();
  return (
    <>
      <StructuredData url={url} description={DESCRIPTION} />
      <Hero canTry={trials > 0} />
      <HowItWorks />
      <Pricing />
      <Questions />
    </>
  );
}
