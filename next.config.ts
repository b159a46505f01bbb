import type { NextConfig } from "next";

const config: NextConfig = {
  poweredByHeader: false,
  reactStrictMode: true,
  devIndicators: false,
  // Writing this cache takes a third of a build, and 160 MB. Only the next build on the same machine would read it.
  experimental: { turbopackFileSystemCacheForBuild: false },
  // `npm test` checks the types, of the tests too; a start need not.
  typescript: { ignoreBuildErrors: true },
  allowedDevOrigins: ["127.0.0.1"],
  // No page uses next/image, so no program that resizes pictures is needed, and no visitor can make us run one.
  images: { unoptimized: true },
  // Stripe among them so that there is one copy of it: its errors are told apart by class.
  serverExternalPackages: ["pg", "pg-boss", "pino", "stripe"],
};

export default config;
