import type { MetadataRoute } from "next";
import { getSettings } from "./_lib/settings.ts";

export const dynamic = "force-dynamic";

/**
 * Keeps search engines out of what is no page. Pages for signed-in people lead everyone else to the sign-in, and results of a try say
 * themselves that they are not to be indexed.
 */
export default function robots(): MetadataRoute.Robots {
  return {
    rules: { userAgent: "*", allow: "/", disallow: "/api/" },
    sitemap: new URL("/sitemap.xml", getSettings().APP_URL).href,
  };
}
