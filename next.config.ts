import type { NextConfig } from "next";
import createNextIntlPlugin from "next-intl/plugin";

const isDevelopment = process.env.NODE_ENV === "development";

/** Next writes inline scripts and styles; only development's hot reload needs eval and a socket. */
const contentSecurityPolicy = [
  "default-src 'self'",
  `script-src 'self' 'unsafe-inline'${isDevelopment ? " 'unsafe-eval'" : ""}`,
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  `connect-src 'self'${isDevelopment ? " ws:" : ""}`,
  "object-src 'none'",
  "base-uri 'self'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join("; ");

const securityHeaders = [
  { key: "Content-Security-Policy", value: contentSecurityPolicy },
  { key: "X-Content-Type-Options", value: "nosniff" },
  { key: "X-Frame-Options", value: "DENY" },
  { key: "Referrer-Policy", value: "strict-origin-when-cross-origin" },
  { key: "Cross-Origin-Opener-Policy", value: "same-origin" },
  { key: "Permissions-Policy", value: "camera=(), geolocation=(), microphone=(), payment=(), usb=()" },
];

const config: NextConfig = {
  poweredByHeader: false,

  // Every picture of Astra's own is an SVG or small: nobody's address is to be fetched and resized by the server.
  images: { unoptimized: true },
  // Each page is loaded when it is first asked for: all of them at the start would take a third of the app's memory.
  experimental: { preloadEntriesOnStart: false },
  // The tests build what was type checked before them.
  typescript: { ignoreBuildErrors: process.env.TYPES_ARE_CHECKED === "yes" },
  // Messages are taken apart by the build, so that no browser loads what could. The plugin's own way (`precompile`) can't: to Node these files are JSON.
  turbopack: {
    resolveAlias: { "use-intl/format-message": "use-intl/format-message/format-only" },
    rules: {
      "*.json": {
        loaders: ["./scripts/build/compile-messages.ts"],
        condition: { path: "./messages/**/*" },
      },
    },
  },
  devIndicators: { position: "bottom-right" },
  // The readiness check compares the migrations on disk with those that were applied.
  outputFileTracingIncludes: { "/api/health/ready": ["./prisma/migrations/**/*.sql"] },
  headers: async () => [{ source: "/:path*", headers: securityHeaders }],
};

export default createNextIntlPlugin("./lib/base/auth/request-language.ts")(config);
