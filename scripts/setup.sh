#!/usr/bin/env bash
# Installs what the tests need beyond npm packages: a Chromium, by apt, where there is none.
set -euo pipefail

for browser in "${CHROME_PATH:-}" chromium chromium-browser google-chrome-stable google-chrome; do
  if [ -n "$browser" ] && command -v "$browser" >/dev/null 2>&1; then
    exit 0
  fi
done
for app in "/Applications/Chromium.app" "/Applications/Google Chrome.app"; do
  if [ -d "$app" ]; then exit 0; fi
done

if ! command -v apt-get >/dev/null 2>&1; then
  echo "No Chromium found, and no apt-get to install one with. Install it and set CHROME_PATH." >&2
  exit 1
fi
as_root=()
if [ "$(id -u)" -ne 0 ]; then
  if ! command -v sudo >/dev/null 2>&1; then
    echo "No Chromium found. Run as root: apt-get install -y chromium" >&2
    exit 1
  fi
  as_root=(sudo)
fi
echo "Installing Chromium by apt for the browser tests." >&2
"${as_root[@]}" apt-get update -qq >&2
"${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends chromium >&2
