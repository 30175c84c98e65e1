package net.diag.netstat.firewall;

import java.util.Arrays;

/**
 * Bytes of which some bits are not known. A bit counts where {@code known} has a one; elsewhere its
 * value is 0.
 */
record Bits(byte[] value, byte[] known) {
    /** All known. */
    static Bits of(byte... value) {
        byte[] k = new byte[value.length];
        Arrays.fill(k, (byte) 0xff);
        return new Bits(value, k);
    }

    /** Nothing known. */
    static Bits unknown(int length) {
        return new Bits(new byte[length], new byte[length]);
    }

    /** A number in host order. */
    static Bits host(long v, int length) {
        byte[] b = ValueText.bytes(java.math.BigInteger.valueOf(v), length);
        return of(ValueText.bytes(ValueText.number(b, true), length));
    }

    int length() {
        return value.length;
    }

    boolean isKnown() {
        for (byte b : known) {
            if (b != (byte) 0xff) {
                return false;
            }
        }
        return true;
    }

    /** Cut or filled with known zeros to a length. */
    Bits sized(int length) {
        byte[] k = Arrays.copyOf(known, length);
        if (length > known.length) {
            Arrays.fill(k, known.length, length, (byte) 0xff);
        }
        return new Bits(Arrays.copyOf(value, length), k);
    }

    Bits slice(int from, int length) {
        return new Bits(Arrays.copyOfRange(value, from, from + length), Arrays.copyOfRange(known, from, from + length));
    }

    /** {@code (this & mask) ^ xor}: what the mask makes zero becomes known. */
    Bits masked(byte[] mask, byte[] xor) {
        byte[] v = new byte[value.length];
        byte[] k = new byte[value.length];
        for (int i = 0; i < v.length; i++) {
            byte m = i < mask.length ? mask[i] : 0;
            byte x = i < xor.length ? xor[i] : 0;
            k[i] = (byte) (known[i] | ~m);
            v[i] = (byte) ((value[i] & m ^ x) & k[i]);
        }
        return new Bits(v, k);
    }

    /** TRUE, FALSE, or null when it can't be said. */
    Boolean isEqual(byte[] other) {
        boolean all = true;
        for (int i = 0; i < other.length && i < value.length; i++) {
            if (((value[i] ^ other[i]) & known[i]) != 0) {
                return Boolean.FALSE;
            }
            all &= known[i] == (byte) 0xff;
        }
        return all ? Boolean.TRUE : null;
    }
}
