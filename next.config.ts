import type { NextConfig } from "next";

const config: NextConfig = {
  poweredByHeader: false,
  reactStrictMode: true,
  devIndicators: false,
  // `npm test` checks the types, of the tests too; a start need not.
  typescript: { ignoreBuildErrors: true },
  allowedDevOrigins: ["127.0.0.1"],
  // Stripe among them so that there is one copy of it: its errors are told apart by class.
  serverExternalPackages: ["pg", "pg-boss", "pino", "stripe"],
};

export default config;
