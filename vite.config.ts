import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const noFormatter = fileURLToPath(new URL('src/wizard/editor/no-formatter.ts', import.meta.url));

export default defineConfig({
  // Relative addresses, so that the build can be served from any folder.
  base: './',
  plugins: [react()],
  resolve: {
    alias: [
      // monaco-yaml 5.5 was written for Monaco's older addresses.
      { find: /^monaco-editor\/esm\/vs\/(.+?)(\.js)?$/, replacement: 'monaco-editor/$1.js' },
      { find: /^prettier(\/.*)?$/, replacement: noFormatter },
    ],
  },
  server: { host: '127.0.0.1' },
  preview: { host: '127.0.0.1' },
  worker: { format: 'es' },
  build: { target: 'es2023', chunkSizeWarningLimit: 4000 },
});
