# Compiles the modules and lays out $build/lib and $build/native; read by build-dist.
# shellcheck shell=sh

build_jdk=$jdk
if [ ! -x "$jdk/bin/javac" ]; then
    build_jdk=$(newest_jdk javac)
    if [ -z "$build_jdk" ]; then
        say "the Java in $jdk cannot compile"
        install_packages "$(jdk_package)"
        build_jdk=$(newest_jdk javac)
    fi
fi
command -v mvn >/dev/null || install_packages maven
if ! has_libpcap; then
    # Only filters and live capture need it.
    (install_packages libpcap0.8) || say "going on without libpcap: diag-dump's filters and some captures need it"
fi

# Shows what Maven is at: a line per module, and the downloads of a first build as a count.
progress() {
    downloads=0
    while read -r line; do
        echo "$line"
        case $line in
            "[INFO] Building diag-"*) set -- $line && say "  compiling $3" ;;
            Downloaded* | "[INFO] Downloaded"*)
                downloads=$((downloads + 1))
                [ $((downloads % 50)) != 0 ] || say "  $downloads files downloaded ..."
                ;;
        esac
    done >>"$log"
}

say "building with $build_jdk (log: $log) ..."
: >"$log"
rm -rf dist/work
mkdir -p dist/work
# The output has a place of its own, so that it and a developer's mvn leave each other alone.
{
    JAVA_HOME=$build_jdk mvn -B -f pom.xml -Dmaven.test.skip=true -Ddiag.failOnWarning=false \
        -Ddiag.build.directory="$home/dist/work/\${project.artifactId}" package 2>&1 </dev/null 9>&- || echo "failed" >dist/work/failed
} | progress
if [ -e dist/work/failed ]; then
    grep -m 12 '^\[ERROR\]' "$log" >&2
    fail "the build failed; the log is $log"
fi

mkdir -p "$build/lib" "$build/native"
cp dist/work/diag-shell/lib/*.jar dist/work/diag-shell/diag-shell-[0-9]*.jar "$build/lib/" ||
    fail "the build left no jars; see $log"

# Native libraries that JNA, jffi and JLine would unpack into a home or temporary directory at each start.
machine=$(uname -m)
case $machine in
    x86_64) jna_dir=linux-x86-64 jffi_dir=x86_64-Linux jline_dir=x86_64 ;;
    aarch64) jna_dir=linux-aarch64 jffi_dir=aarch64-Linux jline_dir=arm64 ;;
    *) jna_dir=linux-$machine jffi_dir=$machine-Linux jline_dir=$machine ;;
esac
unpack() { # JAR ENTRY: the entry's file into native/, if the jar has it
    [ -f "$1" ] || return 1
    (cd dist/work && "$build_jdk/bin/jar" xf "$1" "$2") >>"$log" 2>&1
    mv "dist/work/$2" "$build/native/" 2>>"$log"
}
for j in "$build"/lib/jna-[0-9]*.jar; do
    unpack "$j" com/sun/jna/$jna_dir/libjnidispatch.so || fail "JNA has no library for $machine"
done
for j in "$build"/lib/jffi-*-native.jar; do unpack "$j" jni/$jffi_dir/libjffi-1.2.so; done
for j in "$build"/lib/jline-[0-9]*.jar; do unpack "$j" org/jline/nativ/Linux/$jline_dir/libjlinenative.so; done
rm -rf dist/work
