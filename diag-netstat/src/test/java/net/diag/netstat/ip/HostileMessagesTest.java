package net.diag.netstat.ip;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.diag.netlink.AttributeWriter;
import net.diag.netlink.NetlinkMessage;
import net.diag.netlink.conntrack.ConntrackMessage;
import net.diag.netlink.route.AddressMessage;
import net.diag.netlink.route.LinkMessage;
import net.diag.netlink.route.NeighborMessage;
import net.diag.netlink.route.RouteMessage;
import net.diag.netlink.route.RuleMessage;
import net.diag.record.TextBuffer;
import org.junit.jupiter.api.Test;

/** Messages with attributes of any length, nested wrongly, cut anywhere: a row comes out, nothing is thrown. */
class HostileMessagesTest {
    private final Random random = new Random(7);
    private final RtNames names = new RtNames(Path.of("/nonexistent"));

    private byte[] attributes(int depth) {
        AttributeWriter w = new AttributeWriter();
        for (int n = random.nextInt(14); n > 0; n--) {
            int type = random.nextInt(66);
            if (random.nextInt(4) == 0 && depth < 3) {
                w.bytes(type, attributes(depth + 1));
            } else if (random.nextInt(4) == 0) {
                w.string(type, random.nextBoolean() ? "vxlan" : "bridge");
            } else {
                byte[] b = new byte[random.nextInt(30)];
                random.nextBytes(b);
                w.bytes(type, b);
            }
        }
        return w.toBytes();
    }

    private NetlinkMessage message(int type) {
        byte[] header = new byte[random.nextInt(20)];
        random.nextBytes(header);
        byte[] rest = attributes(0);
        int cut = random.nextInt(8) == 0 ? random.nextInt(rest.length + 1) : rest.length;
        int length = NetlinkMessage.HEADER_LENGTH + header.length + cut;
        ByteBuffer b = ByteBuffer.allocate(length).order(ByteOrder.nativeOrder());
        b.putInt(length)
                .putShort((short) type)
                .putShort((short) random.nextInt())
                .putInt(1)
                .putInt(1);
        b.put(header).put(rest, 0, cut);
        return NetlinkMessage.of(b.flip());
    }

    @Test
    void rowsAndTextComeOutOfAnything() {
        for (int i = 0; i < 20_000; i++) {
            TextBuffer out = new TextBuffer();
            LinkMessage link = LinkMessage.decode(message(16));
            Map<String, Object> row = new LinkRows(names, List.of(link)).row(link);
            new LinkText(out, true, true).print(row, true);
            row.put("addr_info", List.of(AddressRows.row(AddressMessage.decode(message(20)))));
            new LinkText(out, true, false).print(row, false);
            RouteText text = new RouteText(out, true);
            text.route(new RouteRows(names, n -> "if" + n).row(RouteMessage.decode(message(24))), i % 2 == 0);
            text.rule(new RuleRows(names).row(RuleMessage.decode(message(32))));
            text.neighbor(new NeighborRows(names, n -> "if" + n).row(NeighborMessage.decode(message(28))), true);
            assertFalse(out.toString().isEmpty());
        }
    }

    @Test
    void connectionsComeOutOfAnything() {
        for (int i = 0; i < 20_000; i++) {
            ConntrackMessage m = ConntrackMessage.decode(message(0x100), i % 2 == 0);
            assertNotNull(m.original());
            assertNotNull(m.helper() + m.timeoutSeconds() + m.packets(true) + m.startNanos() + m.tcpState());
        }
    }
}
