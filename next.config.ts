import type { NextConfig } from "next";

const config: NextConfig = {
  poweredByHeader: false,
  reactStrictMode: true,
  devIndicators: false,
  allowedDevOrigins: ["127.0.0.1"],
  // Stripe among them so that there is one copy of it: its errors are told apart by class.
  serverExternalPackages: ["pg", "pg-boss", "pino", "stripe"],
};

export default config;
