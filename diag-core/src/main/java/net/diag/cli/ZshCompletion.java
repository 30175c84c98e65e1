package net.diag.cli;

import java.util.ArrayList;
import java.util.List;
import net.diag.record.TextOut;

/**
 * Completion for zsh: {@code _arguments} specifications in a function, which works as a file on
 * {@code fpath} and also when sourced, alone or with others.
 */
final class ZshCompletion {
    private final TextOut out;

    ZshCompletion(TextOut out) {
        this.out = out;
    }

    void tool(Tool tool) {
        begin("diag-" + tool.name());
        arguments(tool, "  ");
        end("diag-" + tool.name());
    }

    private void begin(String program) {
        out.print("#compdef ").println(program);
        out.println();
        out.print(function(program)).println("() {");
    }

    private void end(String program) {
        out.println("}");
        out.println();
        out.print("if [[ $funcstack[1] = _").print(program).println(" ]]; then");
        out.print("  ").print(function(program)).println(" \"$@\"");
        out.println("else");
        out.print("  compdef ").print(function(program)).print(' ').println(program);
        out.println("fi");
    }

    /** Not the file's name: the file is itself a function while it is first loaded. */
    private static String function(String program) {
        return "__" + program.replace('-', '_');
    }

    void launcher(List<Tool> tools) {
        begin("diag");
        out.println("local context state state_descr line curcontext=$curcontext");
        out.println("typeset -A opt_args");
        out.println("local -a tools=(");
        for (Tool t : tools) {
            out.print("  ")
                    .println(CompletionFace.quote(
                            t.name() + ":" + t.options().summary().replace(":", "\\:")));
        }
        out.println(")");
        out.println("_arguments -C '1:tool:->tool' '*::argument:->argument' && return 0");
        out.println("case $state in");
        out.println("  tool) _describe -t tools tool tools ;;");
        out.println("  argument)");
        out.println("    case $line[1] in");
        for (Tool t : tools) {
            out.print("      ").print(t.name()).println(")");
            arguments(t, "        ");
            out.println("        ;;");
        }
        out.println("    esac ;;");
        out.println("esac");
        end("diag");
    }

    private void arguments(Tool tool, String indent) {
        List<String> specs = new ArrayList<>();
        for (OptionSpec o : CompletionFace.offered(tool.options())) {
            specs.add(spec(o, tool));
        }
        Completion operands = tool.options().operands();
        if (operands != Completion.NONE) {
            specs.add(CompletionFace.quote("*:operand:" + action(operands, List.of(), tool)));
        }
        out.print(indent).print("_arguments -s -S");
        for (String s : specs) {
            out.print(" \\").println().print(indent).print("  ").print(s);
        }
        out.println();
    }

    /** {@code '(-c --count)'{-c+,--count=}'[help]:N:action'}. */
    private static String spec(OptionSpec o, Tool tool) {
        List<String> names = o.names();
        StringBuilder b = new StringBuilder();
        if (o.isRepeatable()) {
            b.append("'*'");
        } else if (names.size() > 1) {
            b.append('\'').append('(').append(String.join(" ", names)).append(")'");
        }
        List<String> forms = new ArrayList<>();
        for (String n : names) {
            String suffix = switch (o.argument()) {
                case NONE -> "";
                case REQUIRED -> n.startsWith("--") ? "=" : "+";
                case OPTIONAL -> n.startsWith("--") ? "=-" : "-";
            };
            forms.add(CompletionFace.quote(n + suffix));
        }
        if (forms.size() > 1) {
            b.append('{').append(String.join(",", forms)).append('}');
        } else {
            b.append(forms.get(0));
        }
        String help = o.help()
                .replace("\\", "\\\\")
                .replace("[", "\\[")
                .replace("]", "\\]")
                .replace(":", "\\:");
        StringBuilder rest = new StringBuilder("[" + help + "]");
        if (o.argument() != OptionSpec.Argument.NONE) {
            rest.append(o.argument() == OptionSpec.Argument.OPTIONAL ? "::" : ":");
            rest.append(o.argumentName().replace(":", "\\:")).append(':');
            rest.append(action(o.completion(), o.values(), tool));
        }
        return b.append(CompletionFace.quote(rest.toString())).toString();
    }

    private static String action(Completion kind, List<String> values, Tool tool) {
        return switch (kind) {
            case INTERFACE -> "_net_interfaces";
            case NETNS -> "compadd - /run/netns/*(N:t)";
            case HOST, LOCAL_ADDRESS -> "_hosts";
            case PORT -> "_ports";
            case PROTOCOL -> "(icmp igmp ipip tcp udp dccp ipv6 gre esp ah icmpv6 ospf pim sctp udplite)";
            case FILE -> "_files";
            case DIRECTORY -> "_files -/";
            case USER -> "_users";
            case PID -> "_pids";
            case COMMAND -> "_command_names -e";
            case VALUES -> "(" + String.join(" ", values) + ")";
            case FIELD, EXPRESSION -> "(" + String.join(" ", CompletionFace.fieldNames(tool)) + ")";
            case VALUE_LIST -> "_sequence compadd - " + String.join(" ", values);
            case FIELD_LIST -> "_sequence compadd - " + String.join(" ", CompletionFace.fieldNames(tool));
            case NONE, PCAP_FILTER -> " ";
        };
    }
}
