/**
 * What a page of the portal may do, the same from the local city and from the CDN. Nothing inline, nothing from other
 * hosts, never in a frame (attack S08). The API answers with a stricter policy of its own.
 */
export const pagePolicy = (uploadHost?: string): string =>
  [
    "default-src 'self'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self'",
    "font-src 'self'",
    // In AWS a page sends files straight to the bucket for uploads; locally that is the same address.
    `connect-src 'self'${uploadHost === undefined ? '' : ` https://${uploadHost}`}`,
    "worker-src 'self'",
    "manifest-src 'self'",
    "form-action 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "frame-src 'none'",
    "frame-ancestors 'none'",
  ].join('; ');

/** Features that no page uses, and so no page may ask for. */
export const PERMISSIONS_POLICY = [
  'accelerometer',
  'autoplay',
  'browsing-topics',
  'camera',
  'display-capture',
  'geolocation',
  'gyroscope',
  'magnetometer',
  'microphone',
  'midi',
  'payment',
  'usb',
]
  .map((feature) => `${feature}=()`)
  .join(', ');

/** Seconds that a browser remembers to come by TLS only: two years, subdomains included. */
export const TLS_ONLY_SECONDS = 63_072_000;

/** Headers of every page and file; on plain http (the local city) leave `strict-transport-security` out. */
export const PAGE_HEADERS = {
  'content-security-policy': pagePolicy(),
  'permissions-policy': PERMISSIONS_POLICY,
  'referrer-policy': 'same-origin',
  'strict-transport-security': `max-age=${TLS_ONLY_SECONDS}; includeSubDomains`,
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
} as const;
