package net.diag.dump.print.link;

import net.diag.dump.print.Dissection;

/** The parts of a BPDU that MSTP (IEEE 802.1s) and shortest path bridging (802.1aq) add. */
final class MultipleSpanningTree {
    private static final int INSTANCE_SIZE = 16;
    private static final int NAME_SIZE = 32;
    private static final int CIST_LENGTH = 64;

    private MultipleSpanningTree() {}

    /** Prints an MSTP BPDU behind its type. */
    static void print(Dissection d, int o, int length) {
        int flags = d.u8(o + 4);
        d.text(", CIST Flags [").bits(SpanningTreePrinter.FLAGS, "none", flags).text("], length ");
        d.dec(length);
        if (d.verbose == 0) {
            return;
        }
        d.text("\n\tport-role ")
                .text(SpanningTreePrinter.ROLES.name(flags >> 2 & 3))
                .text(", ");
        d.check(o + 5, 12);
        d.text("CIST root-id ");
        SpanningTreePrinter.bridge(d, o + 5);
        d.text(", CIST ext-pathcost ").dec(d.u32(o + 13));
        d.check(o + 17, 8);
        d.text("\n\tCIST regional-root-id ");
        SpanningTreePrinter.bridge(d, o + 17);
        d.text(", ");
        d.check(o + 25, 2);
        d.text("CIST port-id ").hex(d.u16(o + 25), 4).ch(',');
        SpanningTreePrinter.times(d, o);
        int size = d.u16(o + 36);
        d.text("\n\tv3len ").dec(size).text(", ");
        identifier(d, o + 38, ", rev ", "MCID Name ");
        d.check(o + 89, 4);
        d.text(", CIST int-root-pathcost ").dec(d.u32(o + 89)).ch(',');
        d.check(o + 93, 8);
        d.text("\n\tCIST bridge-id ");
        SpanningTreePrinter.bridge(d, o + 93);
        d.text(", ");
        d.check(o + 101, 1);
        d.text("CIST remaining-hops ").dec(d.u8(o + 101));
        int at = o + 102;
        for (int left = size - CIST_LENGTH; left >= INSTANCE_SIZE; left -= INSTANCE_SIZE) {
            instance(d, at);
            at += INSTANCE_SIZE;
        }
    }

    private static void instance(Dissection d, int o) {
        int flags = d.u8(o);
        d.check(o, 3);
        d.text("\n\tMSTI ").dec(d.u16(o + 1) & 0xfff).text(", Flags [");
        d.bits(SpanningTreePrinter.FLAGS, "none", flags).text("], port-role ");
        d.text(SpanningTreePrinter.ROLES.name(flags >> 2 & 3));
        d.check(o, 13);
        d.text("\n\t\tMSTI regional-root-id ");
        SpanningTreePrinter.bridge(d, o + 1);
        d.text(", pathcost ").dec(d.u32(o + 9));
        d.check(o, INSTANCE_SIZE);
        d.text("\n\t\tMSTI bridge-prio ").dec(d.u8(o + 13) >> 4);
        d.text(", port-prio ").dec(d.u8(o + 14) >> 4).text(", hops ").dec(d.u8(o + 15));
    }

    /** Configuration identifier: name, revision, digest. */
    private static void identifier(Dissection d, int o, String revision, String label) {
        d.text(label).stringZ(o + 1, NAME_SIZE);
        d.check(o + 33, 2);
        d.text(revision).dec(d.u16(o + 33)).ch(',');
        d.check(o + 35, 16);
        d.text("\n\t\tdigest ").plainHex(o + 35, 16);
    }

    /** Prints the part of shortest path bridging, from its length field on. */
    static void shortestPath(Dissection d, int o) {
        d.text("\n\tv4len ").dec(d.u16(o)).text(", ");
        identifier(d, o + 2, ", Rev ", "AUXMCID Name ");
        int agreement = o + 53;
        d.check(agreement, 1);
        int bits = d.u8(agreement);
        d.text("\n\tAgreement num ").dec(bits >> 6).text(", Discarded Agreement num ");
        d.dec(bits >> 4 & 3).text(", Agreement valid-flag ").dec(bits >> 3 & 1).ch(',');
        d.check(agreement, 4);
        d.text("\n\tRestricted role-flag: ").dec(bits >> 2 & 1);
        int format = d.u8(agreement + 2);
        int convention = d.u8(agreement + 3);
        d.text(", Format id ").dec(format >> 4).text(" cap ").dec(format);
        d.text(", Convention id ")
                .dec(convention >> 4)
                .text(" cap ")
                .dec(convention)
                .ch(',');
        d.check(agreement, 34);
        d.text("\n\tEdge count ").dec(d.u16(agreement + 4)).text(", Agreement digest ");
        d.plainHex(agreement + 14, 20);
    }
}
