package net.diag.dump.print;

import java.util.Arrays;

/** A hash table from a flow (some longs and a pair of ports) to two ints, without objects. */
final class FlowTable {
    private static final int MAXIMUM_SLOTS = 1 << 21;

    private final int words;
    /** The key to look for: filled by the caller. */
    final long[] key;

    private long[] keys;
    private int[] ports;
    private int[] values;
    private boolean[] used;
    private int count;
    /** Whether the last {@link #find} found its key. */
    boolean found;

    FlowTable(int words) {
        this.words = words;
        key = new long[words];
        allocate(256);
    }

    private void allocate(int slots) {
        keys = new long[slots * words];
        ports = new int[slots];
        values = new int[2 * slots];
        used = new boolean[slots];
    }

    /** The slot of the key, made if it was not there. */
    int find(int portPair) {
        if (count * 2 >= ports.length) {
            grow();
        }
        int slot = probe(portPair);
        found = used[slot];
        if (!found) {
            used[slot] = true;
            ports[slot] = portPair;
            System.arraycopy(key, 0, keys, slot * words, words);
            count++;
        }
        return slot;
    }

    private int probe(int portPair) {
        long h = portPair * 0x9e3779b97f4a7c15L;
        for (int i = 0; i < words; i++) {
            h = (h ^ key[i]) * 0xff51afd7ed558ccdL;
            h ^= h >>> 32;
        }
        int mask = ports.length - 1;
        int slot = (int) h & mask;
        while (used[slot] && !(ports[slot] == portPair && sameKey(slot))) {
            slot = slot + 1 & mask;
        }
        return slot;
    }

    private boolean sameKey(int slot) {
        for (int i = 0; i < words; i++) {
            if (keys[slot * words + i] != key[i]) {
                return false;
            }
        }
        return true;
    }

    private void grow() {
        if (ports.length >= MAXIMUM_SLOTS) {
            Arrays.fill(used, false);
            count = 0;
            return;
        }
        long[] oldKeys = keys;
        int[] oldPorts = ports;
        int[] oldValues = values;
        boolean[] oldUsed = used;
        long[] wanted = key.clone();
        allocate(oldPorts.length * 2);
        for (int i = 0; i < oldPorts.length; i++) {
            if (oldUsed[i]) {
                System.arraycopy(oldKeys, i * words, key, 0, words);
                int slot = probe(oldPorts[i]);
                used[slot] = true;
                ports[slot] = oldPorts[i];
                System.arraycopy(key, 0, keys, slot * words, words);
                set(slot, oldValues[2 * i], oldValues[2 * i + 1]);
            }
        }
        System.arraycopy(wanted, 0, key, 0, words);
    }

    int first(int slot) {
        return values[2 * slot];
    }

    int second(int slot) {
        return values[2 * slot + 1];
    }

    void set(int slot, int first, int second) {
        values[2 * slot] = first;
        values[2 * slot + 1] = second;
    }
}
