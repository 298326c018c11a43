import { createHash } from 'node:crypto';
import type { Plugin } from 'vite';

const EMBEDDED = /url\((["']?)data:image\/svg\+xml,(.*?)\1\)/g;

/**
 * Writes pictures that stand inside the style sheet as files of their own, since the content security policy allows no
 * `data:` address. Runs over the finished style sheets; the files lie beside them.
 */
export const iconsAsFiles = (): Plugin => ({
  name: 'icons-as-files',
  generateBundle(_, bundle) {
    for (const asset of Object.values(bundle)) {
      if (asset.type !== 'asset' || !asset.fileName.endsWith('.css')) continue;
      asset.source = String(asset.source).replace(EMBEDDED, (_all, _quote, encoded: string) => {
        const source = decodeURIComponent(encoded.replaceAll('\\"', '"')).replace(/ (?:width|height)=(''|"")/g, '');
        const name = `icon-${createHash('sha256').update(source).digest('hex').slice(0, 8)}.svg`;
        this.emitFile({ type: 'asset', fileName: `assets/${name}`, source });
        return `url(${name})`;
      });
    }
  },
});
