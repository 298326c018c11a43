import { ok, refuse, type Result } from '../../shared/kernel/result.ts';
import type { Document } from '../../shared/notices/document.ts';
import type { NoticeDeps, RenderDocument } from './deps.ts';
import { unprintableIn } from './views.ts';

const LINK_SECONDS = 300;

export type RenderingDeps = NoticeDeps & { readonly render: RenderDocument };

/** Where the bytes are kept, and under which name they are downloaded. */
export interface Shelf {
  readonly path: (sha256: string) => string;
  readonly name: string;
}

/**
 * Renders a document and keeps its bytes under their hash. Characters that no font has are a refusal that names them: words
 * of a case have to be changed by people.
 */
export const renderAndKeep = async (
  { render, files }: RenderingDeps,
  document: Document,
  { path, name }: Shelf,
): Promise<Result<{ readonly sha256: string; readonly link: string }, 'notice-unprintable'>> => {
  try {
    const { pdf, sha256 } = await render(document);
    await files.put(path(sha256), pdf, { type: 'application/pdf', immutable: true });
    return ok({ sha256, link: await files.link(path(sha256), { name, seconds: LINK_SECONDS }) });
  } catch (error) {
    const missing = unprintableIn(error);
    if (missing === undefined) throw error;
    return refuse(
      'notice-unprintable',
      missing.map((sign) => ({ path: sign, code: 'unprintable', sign })),
    );
  }
};
