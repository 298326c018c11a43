import type { Plugin } from 'vite';

/**
 * Lets the browser fetch the application beside the small entry that asks for it: the entry names it in a dynamic import,
 * which a browser sees only after the entry has run.
 * @throws if the build holds no such module: the name in the plugin's call is out of date then.
 */
export const preloadBesideEntry = (module: string): Plugin => ({
  name: 'preload-beside-entry',
  transformIndexHtml: {
    order: 'post',
    handler: (_html, { bundle }) => {
      const chunks = Object.values(bundle ?? {}).filter((one) => one.type === 'chunk');
      const wanted = chunks.find((one) => one.facadeModuleId?.endsWith(module));
      if (wanted === undefined) throw new Error(`No chunk of the build begins with ${module}.`);
      return [wanted.fileName, ...wanted.imports].map((file) => ({
        tag: 'link',
        attrs: { rel: 'modulepreload', href: `/${file}` },
        injectTo: 'head',
      }));
    },
  },
});
