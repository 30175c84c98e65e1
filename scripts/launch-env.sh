# Trains the start-up archives of one JDK, and writes the launch.env that starts the tools on it; read by
# build-dist, which has set jdk (the Java), asked (what the user named) and build (the directory).
# shellcheck shell=sh

major=$(jdk_major "$jdk")
native=$build/native
archives=$build/archives/$jdk
version=$(cd "$build/lib" && echo diag-core-*.jar)
version=${version#diag-core-} version=${version%.jar}

quote() { # the words, each quoted for the shell
    for w; do
        case $w in
            *[!A-Za-z0-9_./:=+%@,-]* | '') printf " '%s'" "$(printf %s "$w" | sed "s/'/'\\\\''/g")" ;;
            *) printf ' %s' "$w" ;;
        esac
    done
}

# Collector, compiler and heap: see docs/adr/0004-start-up.md. The JVM's own messages go to standard error.
flags() { # TOOL: the JVM's options for it, as quoted words
    quote -XX:+UseSerialGC -XX:-UsePerfData -XX:+DisplayVMOutputToStderr -Xlog:disable -Xlog:all=error:stderr
    case $1 in
        # Methods are compiled later than by default: few are worth it in a run of 50 ms, and compiling them took
        # 10 of its 60 ms of CPU (JDK 17; 5 of 50 on 25). C2 costs a ping's start nothing (measured) and a flood of 200,000 is 90 ms shorter by it.
        ping) quote -Xrs -Xms24m -Xmn8m -XX:CompileThresholdScaling=5 ;;
        trace) quote -Xrs -XX:TieredStopAtLevel=1 -Xms24m -Xmn8m -XX:CompileThresholdScaling=5 ;;
        netstat | dump) quote -Xrs -Xms32m -Xmn16m -XX:CompileThresholdScaling=3 ;;
        shell) quote -Xms32m -Xmn16m -XX:CompileThresholdScaling=3 ;;
    esac
    # JNA: no unpacking to a temporary directory, no run of ldconfig.
    quote -Djna.boot.library.path="$native" -Djna.nounpack=true -Djna.nosys=true \
        -Djna.platform.library.path="$(libc_directory)" -Ddiag.home="$home"
    quote -Djava.util.logging.manager=net.diag.sys.NoLogging
    # With -Xrs the JVM listens for attaching programs from its start: a socket in /tmp, seen by netstat -x.
    [ "$1" = shell ] || quote -XX:+DisableAttachMechanism
    # JLine, for live screens and the shell: its own library; its other way, the foreign function interface, generates
    # code for 110 ms.
    quote -Dlibrary.jline.path="$native" -Dorg.jline.terminal.provider=jni
    case $1 in
        shell) quote -Djffi.boot.library.path="$native" ;;
    esac
}

# Signals that a tool's thread reads from a signalfd must be blocked in every thread from the start.
env=$(command -v env)
if "$env" --block-signal=INT true 2>/dev/null; then can_block=yes; else can_block=; fi
block() { # TOOL: the command in front of java
    [ -n "$can_block" ] || return 0
    case $1 in
        ping | trace | netstat) quote "$env" --block-signal=INT --block-signal=QUIT ;;
        dump) quote "$env" --block-signal=INT --block-signal=QUIT --block-signal=TERM --block-signal=HUP ;;
    esac
}
start() { # TOOL: the whole command up to the JVM's last option
    words=$(block "$1")$(quote "$jdk/bin/java")$(flags "$1")
    # With nobody to read blocked signals, the JVM keeps its handlers.
    [ -n "$can_block" ] || words=$(printf %s "$words" | sed 's/ -Xrs / /')
    printf %s "$words"
}

if [ "$major" -ge 25 ]; then
    # Without the profile of the training runs: compiling by it costs 6 ms of CPU at each start.
    make_flags="-XX:+UnlockDiagnosticVMOptions -XX:-AOTRecordTraining -XX:AOTCacheOutput"
    use_flag=-XX:AOTCache kind=aot
else
    make_flags=-XX:ArchiveClassesAtExit use_flag=-XX:SharedArchiveFile kind=jsa
fi

train() { # TOOL LINES ARGUMENT...: makes its archive from runs of the command lines (divided by ;) and the arguments
    t=$1 lines=$2 jar=$build/lib/diag-$1-$version.jar
    shift 2
    [ -r "$jar" ] || return 0
    eval "timeout -k 5 120 $(start "$t") $make_flags=$(quote "$archives/$t.$kind" | sed 's/^ //')" \
        "$(quote "-Ddiag.training=$lines" -jar "$jar")" '"$@"' </dev/null >"$archives/$t.log" 2>&1 9>&-
    [ -s "$archives/$t.$kind" ] || say "no start-up archive for $t (it starts slower; see $archives/$t.log)"
}

# The shell is trained at a terminal: what it shows first is its prompt.
train_shell() {
    if ! command -v script >/dev/null; then
        train shell yes -c help
        return
    fi
    session=$archives/shell-session
    {
        echo "#!/bin/sh"
        echo "exec$(start shell) $make_flags=$(quote "$archives/shell.$kind" | sed 's/^ //')" \
            "$(quote -Ddiag.training=yes -jar "$build/lib/diag-shell-$version.jar") --no-rc"
    } >"$session"
    # The pauses let the prompt come up; typed ahead, the lines would be the terminal's and not the shell's to edit.
    {
        sleep 2
        printf 'help\nping -c 1 127.0.0.1\n'
        sleep 1
        printf 'netstat -tan | where localPort > 0 | first 3\n'
        sleep 1
        printf 'exit\n'
        sleep 1
    } | TERM=xterm-256color HOME=$archives timeout -k 5 120 script -qec "sh '$session'" /dev/null >"$archives/shell.log" 2>&1 9>&-
    rm -f "$session"
    [ -s "$archives/shell.$kind" ] || train shell yes -c help
}

if [ ! -d "$archives" ] || [ "$(cat "$archives/release" 2>/dev/null)" != "$(cat "$jdk/release")" ] || [ -n "$force" ]; then
    say "making start-up archives for $jdk ..."
    rm -rf "$archives"
    mkdir -p "$archives"
    capture=$home/scripts/training.pcap
    train ping "--help; -c 1 ::1; -c 1 -D -v localhost; -c 3 -f -q 127.0.0.1; --json -c 1 127.0.0.1; -c 1 no.invalid" \
        -c 1 127.0.0.1 &
    train trace "--help; -n ::1; -I localhost; -T -n 127.0.0.1; --json -n 127.0.0.1" -n 127.0.0.1 &
    train netstat "--help; -rn; -i; -s; -tuxanp; --json -tan" -tan &
    train dump "--help; -nn -vvv -e -XX -r $capture; --json -r $capture" -nn -r "$capture" &
    train_shell &
    wait
    cat "$jdk/release" >"$archives/release"
fi

# For `diag install`: a file per shell and command, under the name that the shell looks for.
write_completions() {
    jar=$build/lib/diag-shell-$version.jar
    for shell in bash zsh fish; do
        mkdir -p "$build/completions/$shell"
        eval "$(start shell) -jar $(quote "$jar")" --completion=$shell </dev/null 2>>"$log" 9>&- |
            awk -v folder="$build/completions/$shell/" -v shell=$shell '
                $1 == "#compdef" { file = folder "_" $2 }
                $1 == "#" && $3 == "completion" { file = folder $5 (shell == "fish" ? ".fish" : "") }
                file { print > file }' &
    done
    wait
}
[ -d "$build/completions" ] || write_completions

write_launch_env() {
    echo "# Written by build-dist; see there."
    echo "diag_version=$version"
    echo "diag_build=$(quote "$build")" | sed 's/= /=/'
    echo "diag_jdk=$(quote "$jdk")" | sed 's/= /=/'
    echo "diag_jdk_release=$(quote "$(grep -m 1 ^JAVA_RUNTIME_VERSION= "$jdk/release" || head -n 1 "$jdk/release")")" | sed 's/= /=/'
    echo "diag_head=$(quote "$(git rev-parse --path-format=absolute --git-path logs/HEAD 2>/dev/null)")" | sed 's/= /=/'
    for t in ping trace netstat dump shell; do
        jar=$build/lib/diag-$t-$version.jar
        archive=
        [ ! -s "$archives/$t.$kind" ] || archive=$(quote "$use_flag=$archives/$t.$kind")
        echo "start_$t() {"
        echo "    exec$(start "$t")$archive \${DIAG_JAVA_OPTIONS-} \${argv0:+\"-Ddiag.argv0=\$argv0\"} -jar$(quote "$jar") \"\$@\""
        echo "}"
    done
}

publish_launch_env() {
    write_launch_env >dist/launch.env.new
    if [ -n "$asked" ]; then
        mkdir -p "dist/jdk/$asked"
        cp dist/launch.env.new "dist/jdk/$asked/launch.env.new"
        mv "dist/jdk/$asked/launch.env.new" "dist/jdk/$asked/launch.env"
        if [ -z "$new_build" ] && [ -e dist/launch.env ]; then
            rm dist/launch.env.new
            return
        fi
        # Not the newest JDK, perhaps: good for those who can't write here, out of date for all others.
        echo "diag_jdk_release=" >>dist/launch.env.new
    fi
    mv dist/launch.env.new dist/launch.env
}
