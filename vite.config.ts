import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { headersPlugin } from './scripts/site/headers-plugin.ts';
import { noticesPlugin } from './scripts/site/notices-plugin.ts';
import { precachePlugin } from './scripts/site/precache-plugin.ts';

const pathOf = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const noFormatter = pathOf('src/wizard/editor/no-formatter.ts');
const notices = noticesPlugin();

export default defineConfig({
  // Relative addresses, so that the build can be served from any folder.
  base: './',
  // One page: a file that is not there is told so, and not answered with the page.
  appType: 'mpa',
  plugins: [
    react(),
    headersPlugin(),
    precachePlugin(pathOf('src/wizard/offline/service-worker.ts'), [notices.worker()]),
    notices.page,
  ],
  resolve: {
    alias: [
      // monaco-yaml 5.5 was written for Monaco's older addresses.
      { find: /^monaco-editor\/esm\/vs\/(.+?)(\.js)?$/, replacement: 'monaco-editor/$1.js' },
      { find: /^prettier(\/.*)?$/, replacement: noFormatter },
    ],
  },
  server: { host: '127.0.0.1' },
  preview: { host: '127.0.0.1' },
  worker: { format: 'es', plugins: () => [notices.worker()] },
  build: { target: 'es2023', chunkSizeWarningLimit: 4000 },
});
