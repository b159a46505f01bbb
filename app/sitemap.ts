import type { MetadataRoute } from "next";
import { getSettings } from "./_lib/settings.ts";

export const dynamic = "force-dynamic";

const PATHS = ["/", "/pricing", "/bot", "/changelog", "/docs/api", "/status", "/privacy", "/terms", "/imprint"];

/** Lists the public pages for search engines. */
export default function sitemap(): MetadataRoute.Sitemap {
  const { APP_URL: url } = getSettings();
  return PATHS.map((path) => ({ url: new URL(path, url).href }));
}
