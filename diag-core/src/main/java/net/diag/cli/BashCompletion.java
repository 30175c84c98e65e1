package net.diag.cli;

import java.util.List;
import net.diag.record.TextOut;

/** Completion for bash: one function per tool, by {@code compgen} alone. */
final class BashCompletion {
    private final TextOut out;

    BashCompletion(TextOut out) {
        this.out = out;
    }

    void tool(Tool tool) {
        out.print("# bash completion for diag-").println(tool.name());
        function(tool);
        out.print("complete -F _diag_").print(tool.name()).print(" diag-").println(tool.name());
    }

    void launcher(List<Tool> tools) {
        out.println("# bash completion for diag");
        for (Tool t : tools) {
            function(t);
        }
        StringBuilder names = new StringBuilder();
        for (Tool t : tools) {
            names.append(t.name()).append(' ');
        }
        out.println("_diag() {");
        out.println("    if [ \"$COMP_CWORD\" -eq 1 ]; then");
        out.print("        mapfile -t COMPREPLY < <(compgen -W '").print(names).println("' -- \"$2\")");
        out.println("        return");
        out.println("    fi");
        out.println("    local tool=${COMP_WORDS[1]}");
        out.println("    if declare -F \"_diag_$tool\" >/dev/null; then");
        out.println("        COMP_WORDS=(\"diag-$tool\" \"${COMP_WORDS[@]:2}\")");
        out.println("        COMP_CWORD=$((COMP_CWORD - 1))");
        out.println("        \"_diag_$tool\" \"diag-$tool\" \"$2\" \"$3\"");
        out.println("    fi");
        out.println("}");
        out.println("complete -F _diag diag");
    }

    private void function(Tool tool) {
        out.print("_diag_").print(tool.name()).println("() {");
        out.println("    local cur=${COMP_WORDS[COMP_CWORD]} prev=${COMP_WORDS[COMP_CWORD-1]}");
        out.println("    # bash breaks --long=value into three words.");
        out.println("    if [ \"$cur\" = = ]; then");
        out.println("        cur=");
        out.println("    elif [ \"$prev\" = = ]; then");
        out.println("        prev=${COMP_WORDS[COMP_CWORD-2]}");
        out.println("    fi");
        out.println("    local IFS=$' \\t\\n'");
        out.println("    COMPREPLY=()");
        out.println("    case $prev in");
        for (OptionSpec o : CompletionFace.offered(tool.options())) {
            if (o.argument() == OptionSpec.Argument.REQUIRED) {
                out.print("        ").print(String.join("|", o.names())).println(")");
                out.print("            ").println(action(o.completion(), o.values(), tool));
                out.println("            return ;;");
            } else if (o.argument() == OptionSpec.Argument.OPTIONAL && o.longName() != null) {
                out.print("        --").print(o.longName()).println(")");
                out.println("            if [ \"${COMP_WORDS[COMP_CWORD]}\" = = ]"
                        + " || [ \"${COMP_WORDS[COMP_CWORD-1]}\" = = ]; then");
                out.print("                ").println(action(o.completion(), o.values(), tool));
                out.println("                return");
                out.println("            fi ;;");
            }
        }
        out.println("    esac");
        out.println("    case $cur in");
        out.println("        -*)");
        out.print("            mapfile -t COMPREPLY < <(compgen -W '")
                .print(names(tool.options()))
                .println("' -- \"$cur\")");
        out.println("            return ;;");
        out.println("    esac");
        out.print("    ").println(action(tool.options().operands(), List.of(), tool));
        out.println("}");
    }

    private static String names(OptionTable table) {
        StringBuilder b = new StringBuilder();
        for (OptionSpec o : CompletionFace.offered(table)) {
            for (String n : o.names()) {
                b.append(b.length() > 0 ? " " : "").append(n);
            }
        }
        return b.toString();
    }

    private static String action(Completion kind, List<String> values, Tool tool) {
        return switch (kind) {
            case INTERFACE -> words("$(cd /sys/class/net 2>/dev/null && echo *)");
            case NETNS -> words("$(cd /run/netns 2>/dev/null && echo *)");
            case HOST, LOCAL_ADDRESS -> "mapfile -t COMPREPLY < <(compgen -A hostname -- \"$cur\")";
            case PORT -> "mapfile -t COMPREPLY < <(compgen -A service -- \"$cur\")";
            case FILE -> "compopt -o filenames 2>/dev/null; mapfile -t COMPREPLY < <(compgen -f -- \"$cur\")";
            case DIRECTORY -> "compopt -o filenames 2>/dev/null; mapfile -t COMPREPLY < <(compgen -d -- \"$cur\")";
            case USER -> "mapfile -t COMPREPLY < <(compgen -u -- \"$cur\")";
            case COMMAND -> "mapfile -t COMPREPLY < <(compgen -c -- \"$cur\")";
            case PID -> words("$(cd /proc && echo [0-9]*)");
            case PROTOCOL -> words("icmp igmp ipip tcp udp dccp ipv6 gre esp ah icmpv6 ospf pim sctp udplite");
            case VALUES -> words(String.join(" ", values));
            case FIELD, EXPRESSION -> words(String.join(" ", CompletionFace.fieldNames(tool)));
            case VALUE_LIST -> list(values);
            case FIELD_LIST -> list(CompletionFace.fieldNames(tool));
            case NONE, PCAP_FILTER -> ":";
        };
    }

    private static String words(String list) {
        return "mapfile -t COMPREPLY < <(compgen -W \"" + list + "\" -- \"$cur\")";
    }

    /** The part behind the last comma is completed, what stands before it is kept. */
    private static String list(List<String> values) {
        return "compopt -o nospace 2>/dev/null; local head=; case $cur in *,*) head=${cur%,*}, ;; esac; "
                + "mapfile -t COMPREPLY < <(compgen -P \"$head\" -W \"" + String.join(" ", values)
                + "\" -- \"${cur##*,}\")";
    }
}
