/** The name for a download, in ASCII and in full (RFC 6266). */
export const dispositionOf = (name: string): string =>
  `attachment; filename="${name.replace(/[^A-Za-z0-9._-]/g, '_')}"; filename*=UTF-8''${encodeURIComponent(name)}`;
