#!/usr/bin/env bash
# Installs what the tests need beyond npm packages, by apt, where it is missing: a Chromium for the
# browser tests, and an nginx for deploy/nginx.conf.
set -euo pipefail

# Debian has nginx where only root's PATH leads.
PATH="$PATH:/usr/sbin:/sbin"

has_chromium() {
  local browser app
  for browser in "${CHROME_PATH:-}" chromium chromium-browser google-chrome-stable google-chrome; do
    if [ -n "$browser" ] && command -v "$browser" >/dev/null 2>&1; then return 0; fi
  done
  for app in "/Applications/Chromium.app" "/Applications/Google Chrome.app"; do
    if [ -d "$app" ]; then return 0; fi
  done
  return 1
}

missing=()
has_chromium || missing+=(chromium)
command -v nginx >/dev/null 2>&1 || missing+=(nginx-light)
if [ ${#missing[@]} -eq 0 ]; then exit 0; fi

if ! command -v apt-get >/dev/null 2>&1; then
  echo "Missing: ${missing[*]}, and there is no apt-get to install it with." >&2
  echo "Install it, put nginx on the PATH, and set CHROME_PATH to a Chromium." >&2
  exit 1
fi
as_root=()
if [ "$(id -u)" -ne 0 ]; then
  if ! command -v sudo >/dev/null 2>&1; then
    echo "Run as root: apt-get install -y --no-install-recommends ${missing[*]}" >&2
    exit 1
  fi
  as_root=(sudo)
fi

# Debian starts a server that it installs, unless this says no: the tests start nginx themselves.
policy=/usr/sbin/policy-rc.d
if [ ! -e "$policy" ]; then
  trap '"${as_root[@]}" rm -f "$policy"' EXIT
  printf '#!/bin/sh\nexit 101\n' | "${as_root[@]}" tee "$policy" >/dev/null
  "${as_root[@]}" chmod 755 "$policy"
fi
echo "Installing by apt for the tests: ${missing[*]}" >&2
"${as_root[@]}" apt-get update -qq >&2
"${as_root[@]}" env DEBIAN_FRONTEND=noninteractive \
  apt-get install -y -qq --no-install-recommends "${missing[@]}" >&2
