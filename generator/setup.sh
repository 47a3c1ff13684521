# What ./generator/run and ./tests/run share: sourced, not run. Every step says what it does in
# one line, keeps the rest in build/setup.log, and is passed over when it was done before.

log=build/setup.log

# Nothing of these scripts ends in silence.
set -E
trap 'printf "%s stopped at line %s.\n" "$0" "$LINENO" >&2' ERR

say() { printf '%s\n' "$*"; }

fail() {
  printf '%s\n' "$1" >&2
  if [ -s "$log" ]; then
    printf 'The last lines of %s:\n' "$log" >&2
    tail -n 15 "$log" >&2
  fi
  trap - ERR
  exit 1
}

# Runs a command with its output in the log; $1 is the plain reason given when it fails.
quietly() {
  local reason=$1
  shift
  "$@" >>"$log" 2>&1 </dev/null || fail "$reason"
}

as_root() {
  if [ "$(id -u)" = 0 ]; then "$@"; else sudo "$@"; fi
}

# Installs those of the Debian packages that are not there yet.
need_packages() {
  local missing=() package
  for package in "$@"; do
    dpkg-query -W -f '${Status}' "$package" 2>/dev/null | grep -q 'ok installed' || missing+=("$package")
  done
  [ ${#missing[@]} -gt 0 ] || return 0
  command -v apt-get >/dev/null || fail "These packages are missing and apt-get is not here to install them: ${missing[*]}"
  if [ "$(id -u)" != 0 ] && ! command -v sudo >/dev/null; then
    fail "These packages are missing: ${missing[*]}. Run this as root, or install sudo."
  fi
  say "Installing ${#missing[@]} Debian packages: ${missing[*]}"
  quietly 'Debian’s package lists could not be fetched. Is there a network?' as_root apt-get update -q
  quietly "Debian’s packages could not be installed: ${missing[*]}" \
    as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends "${missing[@]}"
}

# Node 18 or newer with npm: what is there, or Debian's.
need_node() {
  local major
  major=$(node --version 2>/dev/null | sed 's/^v\([0-9]*\).*/\1/') || major=0
  if [ "${major:-0}" -lt 18 ] || ! command -v npm >/dev/null; then need_packages nodejs npm; fi
}

# npm packages of a folder, exactly as its lock file says.
need_npm() {
  local folder=$1 stamp sum
  stamp=$folder/node_modules/.installed
  sum=$(sha256sum <"$folder/package-lock.json")
  [ "$(cat "$stamp" 2>/dev/null)" != "$sum" ] || return 0
  say "Installing the npm packages of $folder"
  quietly "npm could not install the packages of $folder. Is there a network?" \
    npm ci --prefix "$folder" --ignore-scripts --no-audit --no-fund
  printf '%s' "$sum" >"$stamp"
}

# What compiling needs.
need_compiler() {
  need_packages g++ cmake ninja-build pkg-config libcmark-gfm-dev libcmark-gfm-extensions-dev nlohmann-json3-dev \
    libyaml-cpp-dev libicu-dev libssl-dev libcli11-dev libdeflate-dev libstemmer-dev wdutch \
    libxlsxwriter-dev libzip-dev libpugixml-dev
}

# What reads letters from Word, while the program runs.
need_pandoc() { need_packages pandoc; }

# Compiles a preset of CMakePresets.json.
compile() {
  local preset=$1
  shift
  # Configured anew only where it never was, or where a list of files changed: ninja sees to the rest.
  [ -f "build/$preset/build.ninja" ] || quietly "CMake could not prepare build/$preset." cmake --preset "$preset" "$@"
  if ! ninja -C "build/$preset" -n 2>/dev/null | grep -q 'no work to do'; then say "Compiling build/$preset"; fi
  quietly "build/$preset could not be compiled." cmake --build "build/$preset"
}

# The stylesheet of NL Design System, bundled and pruned for the theme.
make_theme() {
  need_node
  need_npm themes/gemeente
  quietly 'The theme’s stylesheet could not be made.' node themes/gemeente/build.mjs
}
