package net.diag.netstat.firewall;

import java.util.ArrayList;
import java.util.List;
import net.diag.netlink.AttributeReader;
import net.diag.netlink.AttributeSet;
import net.diag.netlink.nftables.NftObject;
import net.diag.netlink.nftables.NftTable;

/** Writes named objects. */
final class ObjectText {
    private static final String[] TCP_TIMEOUTS = {
        "syn_sent",
        "syn_recv",
        "established",
        "fin_wait",
        "close_wait",
        "last_ack",
        "time_wait",
        "close",
        "syn_sent2",
        "retrans",
        "unack"
    };

    private ObjectText() {}

    /** A kind of object in nft's language. */
    static String typeName(int type) {
        return switch (type) {
            case NftObject.NFT_OBJECT_COUNTER -> "counter";
            case NftObject.NFT_OBJECT_QUOTA -> "quota";
            case NftObject.NFT_OBJECT_CT_HELPER -> "ct helper";
            case NftObject.NFT_OBJECT_LIMIT -> "limit";
            case NftObject.NFT_OBJECT_CONNLIMIT -> "connlimit";
            case NftObject.NFT_OBJECT_TUNNEL -> "tunnel";
            case NftObject.NFT_OBJECT_CT_TIMEOUT -> "ct timeout";
            case NftObject.NFT_OBJECT_SECMARK -> "secmark";
            case NftObject.NFT_OBJECT_CT_EXPECT -> "ct expectation";
            case NftObject.NFT_OBJECT_SYNPROXY -> "synproxy";
            default -> "object " + type;
        };
    }

    /** The declaration of an object, indented by one tab. */
    static void declaration(StringBuilder out, NftObject o) {
        StringBuilder body = new StringBuilder();
        if (!o.comment().isEmpty()) {
            body.append("\t\tcomment ").append(ValueText.quote(o.comment())).append('\n');
        }
        AttributeSet d = o.data();
        switch (o.type()) {
            case NftObject.NFT_OBJECT_COUNTER -> line(body, StatefulText.counter(d));
            case NftObject.NFT_OBJECT_QUOTA -> line(body, StatefulText.quota(d));
            case NftObject.NFT_OBJECT_LIMIT -> line(body, StatefulText.limit(d));
            case NftObject.NFT_OBJECT_CT_HELPER -> {
                line(body, "type " + ValueText.quote(d.string(1)) + " protocol " + protocol(d.u8(3)));
                line(body, "l3proto " + layer3(d.be16(2)));
            }
            case NftObject.NFT_OBJECT_CT_TIMEOUT -> {
                line(body, "protocol " + protocol(d.u8(2)));
                line(body, "l3proto " + layer3(d.be16(1)));
                line(body, "policy = { " + policy(d.u8(2), d.reader(3)) + " }");
            }
            case NftObject.NFT_OBJECT_CT_EXPECT -> {
                line(body, "protocol " + protocol(d.u8(2)));
                line(body, "dport " + d.be16(3));
                line(body, "timeout " + ValueText.duration(d.u32(4)));
                line(body, "size " + d.u8(5));
                line(body, "l3proto " + layer3(d.be16(1)));
            }
            case NftObject.NFT_OBJECT_SECMARK -> line(body, ValueText.quote(d.string(1)));
            case NftObject.NFT_OBJECT_SYNPROXY -> {
                int flags = d.be32(3);
                line(body, "mss " + d.be16(1));
                line(body, "wscale " + d.u8(2));
                String options = ((flags & 8) != 0 ? "timestamp " : "") + ((flags & 4) != 0 ? "sack-perm" : "");
                if (!options.isBlank()) {
                    line(body, options.strip());
                }
            }
            default -> {
                out.append("\t# ")
                        .append(typeName(o.type()))
                        .append(' ')
                        .append(o.name())
                        .append('\n');
                return;
            }
        }
        out.append('\t').append(typeName(o.type())).append(' ').append(o.name()).append(" {\n");
        out.append(body).append("\t}\n");
    }

    private static void line(StringBuilder out, String text) {
        out.append("\t\t").append(text).append('\n');
    }

    private static String protocol(int number) {
        String name = DataType.INET_PROTO.nameOf(java.math.BigInteger.valueOf(number));
        return name == null ? Integer.toString(number) : name;
    }

    private static String layer3(int family) {
        return NftTable.familyName(family);
    }

    private static String policy(int protocol, AttributeReader r) {
        List<String> list = new ArrayList<>();
        while (r.next()) {
            int i = r.type() - 1;
            String name = null;
            if (protocol == 6) {
                name = i < TCP_TIMEOUTS.length ? TCP_TIMEOUTS[i] : null;
            } else if (protocol == 17 || protocol == 136) {
                name = i == 0 ? "unreplied" : i == 1 ? "replied" : null;
            }
            if (name != null) {
                list.add(name + " : " + r.be32u());
            }
        }
        return String.join(", ", list);
    }
}
