import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  // State has runes, and in Svelte's server build effects don't run and maps don't react: take the page's build, which
  // needs no page as long as nothing is mounted. The condition holds for Svelte alone, since only Svelte is inlined.
  plugins: [svelte({ dynamicCompileOptions: () => ({ generate: 'client' }) })],
  ssr: { resolve: { conditions: ['browser'] } },
  test: {
    environment: 'node',
    include: ['test/{policy,unit,sql,golden}/**/*.test.ts'],
    pool: 'forks', // DuckDB-WASM blocks the process it runs in
    // a process goes from file to file with the modules that it has: reading them anew took twice as long as all tests
    isolate: false,
    maxWorkers: 2,
    retry: 0,
    testTimeout: 30_000,
    hookTimeout: 30_000,
    server: { deps: { inline: ['svelte'] } },
  },
});
