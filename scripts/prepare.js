/**
 * Builds the command line when npm packs this folder or installs it from Git, as pre-commit does.
 * `npm install --global` of a Git repository does not install what the build needs, since its own
 * `--global` is in the environment of the inner install; so it is installed here.
 */
import { execSync } from 'node:child_process';
import { existsSync } from 'node:fs';

const run = (command) => execSync(command, { stdio: 'inherit' });

if (!existsSync('node_modules/vite')) {
  run('npm ci --global=false --include=dev --ignore-scripts --no-audit --no-fund');
}
run('npm run build:cli');
