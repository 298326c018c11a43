import purging from '@fullhuman/postcss-purgecss';
import type { PluginCreator } from 'postcss';
import { defineConfig } from 'vite';
import solid from 'vite-plugin-solid';
import { directionsForSides, layerOnBody, withoutEmptyRules, withoutPrefixedMasks } from './scripts/web-css.ts';
import { preloadBesideEntry } from './scripts/web-entry.ts';
import { iconsAsFiles } from './scripts/web-icons.ts';

// The package's types speak of a named export that its file does not have.
const purgeUnused = purging as unknown as PluginCreator<purging.UserDefinedOptions>;

const purge = purgeUnused({
  content: ['web/**/*.{ts,tsx,html}'],
  variables: true,
  keyframes: true,
  safelist: ['html', 'body', ':root', 'data-kern-theme'],
});

/** One page for all routes. No inline script or style, nothing from other hosts (attack S08). */
export default defineConfig({
  root: 'web',
  base: '/',
  publicDir: false,
  plugins: [solid({ hot: false }), iconsAsFiles(), preloadBesideEntry('/web/main.tsx')],
  css: {
    postcss: { plugins: [layerOnBody(), withoutPrefixedMasks(), directionsForSides(), purge, withoutEmptyRules()] },
  },
  build: {
    outDir: '../dist/web',
    emptyOutDir: true,
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    target: ['chrome111', 'safari16.4', 'firefox114'],
    reportCompressedSize: false,
    rolldownOptions: {
      output: {
        // What pages share comes as one file: each file is a request, and small ones compress badly.
        codeSplitting: {
          includeDependenciesRecursively: false,
          groups: [
            {
              name: 'start',
              test: /\/web\/(\w+\/)?(begin|chosen-language|early|language|pages|read-headers|text-files)\.ts$/,
            },
            // Not the one part that carries the names of all offices.
            { name: 'ui', test: /\/web\/ui\/(?!AuthorityLinks)/, minShareCount: 3 },
          ],
        },
      },
    },
  },
});
