import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { gzipSync } from 'node:zlib';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig, type Plugin } from 'vite';

const require = createRequire(import.meta.url);

/**
 * What the page may do. Workers made from blobs inherit it, so it binds the engine too: nothing is fetched from
 * anywhere but the app's own files and the blobs that it makes.
 */
const policy = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "worker-src 'self' blob:",
  "connect-src 'self' blob:",
  "style-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "manifest-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

/** Puts the policy into the built page; the development server needs inline scripts of its own. */
function contentSecurityPolicy(): Plugin {
  return {
    name: 'content-security-policy',
    apply: 'build',
    transformIndexHtml: () => [
      {
        tag: 'meta',
        attrs: { 'http-equiv': 'Content-Security-Policy', content: policy },
        injectTo: 'head-prepend',
      },
    ],
  };
}

/** Publishes the JSON Schema of scheme documents beside the page. */
function schemeSchema(): Plugin {
  return {
    name: 'scheme-schema',
    apply: 'build',
    generateBundle() {
      const source = readFileSync(new URL('./src/scheme/scheme.schema.json', import.meta.url));
      this.emitFile({ type: 'asset', fileName: 'scheme.schema.json', source });
    },
  };
}

/** `import address from 'package/file.wasm?packed'`: the address of the file, packed with gzip in the build. */
function packed(): Plugin {
  const suffix = '?packed';
  let building = false;
  return {
    name: 'packed',
    enforce: 'pre',
    configResolved: (config) => {
      building = config.command === 'build';
    },
    resolveId: (source) =>
      source.endsWith(suffix) ? require.resolve(source.slice(0, -suffix.length)) + suffix : null,
    load(id) {
      if (!id.endsWith(suffix)) return null;
      const file = id.slice(0, -suffix.length);
      if (!building) return `export default ${JSON.stringify(`/@fs${file}`)}`;
      const name = `${file.split('/').at(-1)}.gz`;
      const source = gzipSync(readFileSync(file), { level: 9 });
      const reference = this.emitFile({ type: 'asset', name, source });
      return `export default import.meta.ROLLUP_FILE_URL_${reference}`;
    },
  };
}

/** Builds the gallery of figures beside the product, where the folder that is built has one. */
function gallery(): Plugin {
  return {
    name: 'gallery',
    apply: 'build',
    config: ({ root = '.' }) =>
      existsSync(`${root}/gallery.html`)
        ? { build: { rolldownOptions: { input: ['index.html', 'gallery.html'] } } }
        : {},
  };
}

export default defineConfig({
  // relative addresses, so that the build works in any folder of any static host
  base: './',
  plugins: [packed(), svelte(), contentSecurityPolicy(), schemeSchema(), gallery()],
  worker: { format: 'es' },
  build: {
    target: 'es2023',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 1000,
    rolldownOptions: {
      output: {
        // some static hosts serve no names beyond ASCII
        assetFileNames: ({ names }) =>
          /^[\x20-\x7e]+$/.test(names[0] ?? '')
            ? 'assets/[name]-[hash][extname]'
            : 'assets/sample-[hash][extname]',
      },
    },
  },
});
