package net.diag.netstat.firewall;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import net.diag.record.IpAddress;

/** An xtables structure: its bytes, read as 0 where it is shorter than expected. */
final class XtData {
    private final ByteBuffer b;

    XtData(byte[] data) {
        b = ByteBuffer.wrap(data).order(ByteOrder.nativeOrder());
    }

    int length() {
        return b.limit();
    }

    int u8(int at) {
        return at >= 0 && at + 1 <= b.limit() ? b.get(at) & 0xff : 0;
    }

    int u16(int at) {
        return at >= 0 && at + 2 <= b.limit() ? b.getShort(at) & 0xffff : 0;
    }

    int be16(int at) {
        return u8(at) << 8 | u8(at + 1);
    }

    long u32(int at) {
        return at >= 0 && at + 4 <= b.limit() ? b.getInt(at) & 0xffff_ffffL : 0;
    }

    byte[] bytes(int at, int length) {
        byte[] all = b.array();
        return at >= all.length ? new byte[length] : Arrays.copyOfRange(all, at, at + length);
    }

    String text(int at, int length) {
        return LegacyRule.text(bytes(at, length));
    }

    /** An address in a {@code union nf_inet_addr}. */
    String address(int family, int at) {
        return IpAddress.of(bytes(at, family == 2 ? 4 : 16)).toString();
    }

    String hex(int at) {
        return "0x" + Long.toHexString(u32(at));
    }
}
