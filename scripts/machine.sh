# What the machine has: JDKs, packages. Read by the other scripts; needs `say`, `fail` and `log`.
# shellcheck shell=sh

jdk_major() { # DIR: the major version of the Java there, or 0
    v=$(sed -n 's/^JAVA_VERSION="\(1\.\)\{0,1\}\([0-9]*\).*/\2/p' "$1/release" 2>/dev/null)
    echo "${v:-0}"
}

jdk_of_program() { # PROGRAM: the directory of the Java whose program the PATH finds
    p=$(command -v "$1" 2>/dev/null) && p=$(readlink -f "$p") || return 0
    case $p in */bin/"$1") echo "${p%/bin/"$1"}" ;; esac
}

newest_jdk() { # java|javac: the directory of the newest Java >= 17 that has the program, or nothing
    best='' best_version=16
    for d in "${JAVA_HOME-}" "$(jdk_of_program "$1")" /usr/lib/jvm/*; do
        [ -n "$d" ] && [ -x "$d/bin/$1" ] || continue
        v=$(jdk_major "$d")
        if [ "$v" -gt "$best_version" ]; then
            best=$d best_version=$v
        fi
    done
    echo "$best"
}

install_packages() { # PACKAGE...: with apt-get where we may, else say how
    command -v apt-get >/dev/null ||
        fail "missing: $*; install it with this system's package manager (Debian's names are given)"
    if [ "$(id -u)" = 0 ]; then
        as_root=
    elif command -v sudo >/dev/null && sudo -n true 2>/dev/null; then
        as_root="sudo -n"
    else
        fail "missing: $*; run: sudo apt-get install -y $*"
    fi
    say "installing $* ..."
    apt_install "$@" && return 0
    $as_root apt-get update -q >>"$log" 2>&1
    apt_install "$@" || fail "could not install $*; see $log, or run: sudo apt-get install -y $*"
}

apt_install() {
    # shellcheck disable=SC2086
    $as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends \
        -o DPkg::Lock::Timeout=300 "$@" </dev/null >>"$log" 2>&1
}

jdk_package() { # the package of the newest JDK that the system offers
    if ! apt-cache policy openjdk-17-jdk-headless 2>/dev/null | grep -q 'Candidate: [0-9]' && [ "$(id -u)" = 0 ]; then
        apt-get update -q >>"$log" 2>&1
    fi
    for v in 25 21; do
        if apt-cache policy openjdk-$v-jdk-headless 2>/dev/null | grep -q 'Candidate: [0-9]'; then
            echo openjdk-$v-jdk-headless
            return
        fi
    done
    echo openjdk-17-jdk-headless
}

has_libpcap() {
    for d in /usr/lib/*/ /usr/lib/ /usr/lib64/ /lib/*/; do
        if [ -e "${d}libpcap.so.0.8" ] || [ -e "${d}libpcap.so.1" ]; then return 0; fi
    done
    return 1
}

libc_directory() {
    for d in /usr/lib/"$(uname -m)"-linux-gnu* /usr/lib/*-linux-gnu* /lib64 /usr/lib64 /lib /usr/lib; do
        if [ -e "$d/libc.so.6" ]; then
            echo "$d"
            return
        fi
    done
}
