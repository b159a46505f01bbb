import type { Metadata } from "next";
import picture from "../share-picture.png";

type PageFacts = { path: string; title: string; description: string };

/** Returns the metadata of a public page: its canonical address, and how it looks when it is shared. */
export function pageMetadata({ path, title, description }: PageFacts): Metadata {
  const shown = path === "/" ? title : `${title} · Flawless`;
  const images = [
    { url: picture.src, width: picture.width, height: picture.height, alt: "Flawless: your website, proofread every day" },
  ];
  return {
    title: { absolute: shown },
    description,
    alternates: { canonical: path },
    openGraph: { title: shown, description, url: path, siteName: "Flawless", type: "website", locale: "en_US", images },
    twitter: { card: "summary_large_image", title: shown, description, images },
  };
}
