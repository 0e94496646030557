import { accessSync, constants } from 'node:fs';

/** Where Debian, other systems' packages and the usual installers put a Chromium. */
const usualPlaces = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome-stable',
  '/usr/bin/google-chrome',
  '/opt/google/chrome/chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/**
 * The Chromium that the browser tests drive: CHROME_PATH if it is set, else the first of the usual
 * places.
 * @throws Error if CHROME_PATH names no executable file, or if there is none at all: the browser
 * tests never pass without a browser.
 */
export function findChromium(): string {
  const chosen = process.env.CHROME_PATH;
  if (chosen !== undefined) {
    if (isExecutable(chosen)) return chosen;
    throw new Error(`CHROME_PATH is ${chosen}, which is no executable file.`);
  }
  const found = usualPlaces.find(isExecutable);
  if (found !== undefined) return found;
  throw new Error('No Chromium found. Run "npm run setup", or set CHROME_PATH to one.');
}
