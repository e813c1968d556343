/** @type {import('next').NextConfig} */
const nextConfig = {
  poweredByHeader: false,
  reactStrictMode: true,
  // Uploads never meet Next's image optimiser (decoder flaws; see the decisions).
  images: { unoptimized: true },
  // Native or large packages stay outside the bundle.
  serverExternalPackages: [
    'better-sqlite3',
    '@prisma/adapter-better-sqlite3',
    '@prisma/adapter-pg',
    'pg',
    '@node-rs/argon2',
    'nodemailer',
    'pdfkit',
    'rate-limiter-flexible',
    'sanitize-html',
    'sharp',
    'turndown',
  ],
  // What each form takes is decided before Next sees it (lib/web/file-doors.ts); this is room for the largest.
  experimental: { serverActions: { bodySizeLimit: '11mb' } },
  // In development a page that is not let into the updates reloads itself for ever; "localhost" is let in without saying.
  allowedDevOrigins: ['127.0.0.1', '[::1]'],
  // `npm test` checks the types; the build need not do it again.
  typescript: { ignoreBuildErrors: true },
};

export default nextConfig;
