package net.diag.netstat.firewall;

import java.util.List;
import net.diag.netlink.nftables.NftSet;

/** What a register holds, as an expression over the packet. */
sealed interface Expr {
    /** Length in bytes. */
    int length();

    /** Something that nft has a word for: {@code meta mark}, {@code ct state}, {@code fib daddr type}. */
    record Named(String text, DataType type, int length, boolean hostOrder) implements Expr {}

    /** Bytes of the packet; offset and length in bytes, from the start of a header (0 link, 1 network …). */
    record Payload(int base, int offset, int length) implements Expr {}

    /** Bytes of an extension header or option (operation: 0 IPv6, 1 TCP, 2 IPv4, 3 SCTP). */
    record Option(int operation, int kind, int offset, int length) implements Expr {}

    /** A constant of the rule. */
    record Constant(byte[] bytes) implements Expr {
        @Override
        public int length() {
            return bytes.length;
        }
    }

    /** {@code (inner & mask) ^ xor}. */
    record Masked(Expr inner, byte[] mask, byte[] xor) implements Expr {
        @Override
        public int length() {
            return inner.length();
        }
    }

    /** {@code inner << bits}, or to the right. */
    record Shifted(Expr inner, boolean left, int bits) implements Expr {
        @Override
        public int length() {
            return inner.length();
        }
    }

    /** The bytes of {@code inner} turned between host and network order. */
    record Swapped(Expr inner) implements Expr {
        @Override
        public int length() {
            return inner.length();
        }
    }

    /** {@code inner OP other}, with another register's value. */
    record Combined(Expr inner, String operator, Expr other) implements Expr {
        @Override
        public int length() {
            return inner.length();
        }
    }

    /** The value that a map has for {@code key}. */
    record Mapped(Expr key, NftSet map) implements Expr {
        @Override
        public int length() {
            return map.dataLength();
        }
    }

    /** Several values in a row. */
    record Concat(List<Expr> parts) implements Expr {
        @Override
        public int length() {
            int n = 0;
            for (Expr p : parts) {
                n += p.length() + 3 & ~3;
            }
            return n;
        }
    }
}
