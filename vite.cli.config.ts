import { defineConfig } from 'vite';
import { noticesPlugin } from './scripts/site/notices-plugin.ts';

/**
 * The command line: Node code with everything in it, in dist-cli/. CommonJS, because Node starts it
 * faster, and a chunk for each command, so that none waits for what another needs.
 */
export default defineConfig({
  publicDir: false,
  plugins: [noticesPlugin().program],
  logLevel: 'warn',
  build: {
    ssr: 'src/cli/main.ts',
    outDir: 'dist-cli',
    target: 'node20',
    minify: true,
    rolldownOptions: {
      output: {
        format: 'cjs',
        banner: (chunk) => (chunk.isEntry ? '#!/usr/bin/env node' : ''),
        entryFileNames: 'restricted-agent.cjs',
        chunkFileNames: '[name]-[hash].cjs',
      },
    },
  },
  ssr: { noExternal: true },
});
