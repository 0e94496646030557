/**
 * Runs a TypeScript script that imports from src/: bundles it with the Vite that the project has
 * anyway, since Node 20 doesn't read TypeScript, and imports the result.
 *
 *     node conformance/run.js conformance/fuzz.ts --pods 1000
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'vite';

const root = fileURLToPath(new URL('..', import.meta.url));
const script = process.argv[2];
if (script === undefined) {
  console.error('usage: node conformance/run.js SCRIPT.ts [OPTION...]');
  process.exit(2);
}

const outDir = await mkdtemp(join(root, 'node_modules', '.script-'));
try {
  await build({
    root,
    configFile: false,
    publicDir: false,
    logLevel: 'warn',
    build: {
      ssr: resolve(script),
      outDir,
      target: 'node20',
      rolldownOptions: { output: { entryFileNames: 'script.js' } },
    },
  });
  const { main } = await import(pathToFileURL(join(outDir, 'script.js')).href);
  process.exitCode = await main(process.argv.slice(3));
} finally {
  await rm(outDir, { recursive: true });
}
