package net.diag.cli;

import java.util.List;
import net.diag.record.TextOut;

/** Completion for fish: one {@code complete} line per option. */
final class FishCompletion {
    private final TextOut out;

    FishCompletion(TextOut out) {
        this.out = out;
    }

    void tool(Tool tool) {
        out.print("# fish completion for diag-").println(tool.name());
        options("complete -c diag-" + tool.name(), tool);
    }

    void launcher(List<Tool> tools) {
        out.println("# fish completion for diag");
        out.println("complete -c diag -f");
        for (Tool t : tools) {
            out.print("complete -c diag -n __fish_use_subcommand -f -a ")
                    .print(t.name())
                    .print(" -d ");
            out.println(quote(t.options().summary()));
        }
        for (Tool t : tools) {
            options("complete -c diag -n '__fish_seen_subcommand_from " + t.name() + "'", t);
        }
    }

    private void options(String command, Tool tool) {
        Completion operands = tool.options().operands();
        boolean files = operands == Completion.FILE || operands == Completion.DIRECTORY;
        String offered = action(operands, List.of(), tool);
        out.print(command).print(files ? "" : " -f").println(offered.isEmpty() ? "" : " -a " + offered);
        for (OptionSpec o : CompletionFace.offered(tool.options())) {
            out.print(command);
            for (String n : o.names()) {
                out.print(n.startsWith("--") ? " -l " : " -s ");
                out.print(n.startsWith("--") ? n.substring(2) : quoteLetter(n.charAt(1)));
            }
            if (o.argument() == OptionSpec.Argument.REQUIRED) {
                out.print(o.completion() == Completion.FILE ? " -r -F" : " -x");
            }
            if (o.argument() != OptionSpec.Argument.NONE) {
                String values = action(o.completion(), o.values(), tool);
                out.print(values.isEmpty() ? "" : " -a " + values);
            }
            out.print(" -d ").println(quote(o.help()));
        }
    }

    private static String quoteLetter(char c) {
        return Character.isLetterOrDigit(c) ? String.valueOf(c) : quote(String.valueOf(c));
    }

    /** {@code 'text'}; fish knows {@code \'} and {@code \\} inside. */
    private static String quote(String s) {
        return "'" + s.replace("\\", "\\\\").replace("'", "\\'") + "'";
    }

    private static String action(Completion kind, List<String> values, Tool tool) {
        return switch (kind) {
            case INTERFACE -> "'(__fish_print_interfaces)'";
            case NETNS -> "'(command ls /run/netns 2>/dev/null)'";
            case HOST, LOCAL_ADDRESS -> "'(__fish_print_hostnames)'";
            case PORT -> "'(string match -r \"^[a-z][^ \\t#]*\" < /etc/services)'";
            case PROTOCOL -> "'icmp igmp ipip tcp udp dccp ipv6 gre esp ah icmpv6 ospf pim sctp udplite'";
            case DIRECTORY -> "'(__fish_complete_directories)'";
            case USER -> "'(__fish_complete_users)'";
            case PID -> "'(__fish_complete_pids)'";
            case COMMAND -> "'(__fish_complete_command)'";
            case VALUES -> quote(String.join(" ", values));
            case FIELD, EXPRESSION -> quote(String.join(" ", CompletionFace.fieldNames(tool)));
            case VALUE_LIST -> "'(__fish_append , " + String.join(" ", values) + ")'";
            case FIELD_LIST -> "'(__fish_append , " + String.join(" ", CompletionFace.fieldNames(tool)) + ")'";
            case NONE, FILE, PCAP_FILTER -> "";
        };
    }
}
