package net.diag.netlink.nftables;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import net.diag.netlink.AttributeReader;
import net.diag.netlink.AttributeSet;
import net.diag.netlink.AttributeWriter;
import net.diag.netlink.MessageDecoder;
import net.diag.netlink.NetlinkDump;
import net.diag.netlink.NetlinkException;
import net.diag.netlink.NetlinkRequest;
import net.diag.netlink.NetlinkSocket;
import net.diag.sys.Errno;

/**
 * All that nf_tables has in one network namespace.
 *
 * @param tables in the kernel's order, as all lists here
 * @param consistent false when it kept changing while it was read
 */
public record NftRuleset(
        List<NftTable> tables,
        List<NftChain> chains,
        List<NftRule> rules,
        List<NftSet> sets,
        List<NftObject> objects,
        List<NftFlowtable> flowtables,
        boolean consistent) {
    private static final int NFNL_SUBSYS_NFTABLES = 10;
    private static final int NFT_MSG_GETTABLE = 1;
    private static final int NFT_MSG_GETCHAIN = 4;
    private static final int NFT_MSG_GETRULE = 7;
    private static final int NFT_MSG_GETSET = 10;
    private static final int NFT_MSG_GETSETELEM = 13;
    private static final int NFT_MSG_GETGEN = 16;
    private static final int NFT_MSG_GETOBJ = 19;
    private static final int NFT_MSG_GETFLOWTABLE = 23;
    private static final int NFGENMSG_LENGTH = 4;
    private static final int ATTEMPTS = 5;

    @FunctionalInterface
    private interface Decoder<T> {
        T decode(int family, AttributeSet a);
    }

    /**
     * Read everything over a {@code NETLINK_NETFILTER} socket; starts anew when a change comes between.
     *
     * @throws NetlinkException {@code EPERM} without {@code CAP_NET_ADMIN}
     */
    public static NftRuleset read(NetlinkSocket socket) throws IOException {
        NftRuleset r = null;
        for (int i = 0; i < ATTEMPTS; i++) {
            long before = generation(socket);
            r = readOnce(socket);
            if (r.consistent && generation(socket) == before) {
                return r;
            }
        }
        return new NftRuleset(r.tables, r.chains, r.rules, r.sets, r.objects, r.flowtables, false);
    }

    private static NetlinkRequest dump(int message, int family) {
        return NetlinkRequest.dump(NFNL_SUBSYS_NFTABLES << 8 | message, new byte[] {(byte) family, 0, 0, 0});
    }

    private static long generation(NetlinkSocket socket) throws IOException {
        long[] id = new long[1];
        NetlinkRequest r = new NetlinkRequest(NFNL_SUBSYS_NFTABLES << 8 | NFT_MSG_GETGEN, 0, new byte[4]);
        socket.request(
                r,
                "ask nf_tables for its generation",
                m -> id[0] = AttributeSet.of(m, NFGENMSG_LENGTH).be32u(1));
        return id[0];
    }

    private static NftRuleset readOnce(NetlinkSocket socket) throws IOException {
        boolean[] consistent = {true};
        List<NftTable> tables = list(socket, NFT_MSG_GETTABLE, "tables", NftTable::decode, consistent);
        List<NftChain> chains = list(socket, NFT_MSG_GETCHAIN, "chains", NftChain::decode, consistent);
        List<NftRule> rules = list(socket, NFT_MSG_GETRULE, "rules", NftRule::decode, consistent);
        List<NftSet> sets = list(socket, NFT_MSG_GETSET, "sets", NftSet::decode, consistent);
        for (NftSet s : sets) {
            readElements(socket, s, consistent);
        }
        List<NftObject> objects = list(socket, NFT_MSG_GETOBJ, "objects", NftObject::decode, consistent);
        List<NftFlowtable> flowtables =
                list(socket, NFT_MSG_GETFLOWTABLE, "flowtables", NftFlowtable::decode, consistent);
        return new NftRuleset(tables, chains, rules, sets, objects, flowtables, consistent[0]);
    }

    private static <T> List<T> list(
            NetlinkSocket socket, int message, String what, Decoder<T> decoder, boolean[] consistent)
            throws IOException {
        MessageDecoder<T> d = m -> decoder.decode(m.u8(0), AttributeSet.of(m, NFGENMSG_LENGTH));
        try {
            NetlinkDump<T> all = socket.dumpAll(dump(message, 0), "read nf_tables " + what, d);
            consistent[0] &= all.consistent();
            return all.items();
        } catch (NetlinkException e) {
            // A kernel without this kind of object (flowtables are a build option).
            if (e.errno() == Errno.ENOTSUP || e.errno() == Errno.EINVAL && message == NFT_MSG_GETFLOWTABLE) {
                return List.of();
            }
            throw e;
        }
    }

    private static void readElements(NetlinkSocket socket, NftSet s, boolean[] consistent) throws IOException {
        NetlinkRequest r = dump(NFT_MSG_GETSETELEM, s.family());
        AttributeWriter w = r.attributes();
        w.string(1, s.table()).string(2, s.name());
        List<NftElement> elements = new ArrayList<>();
        try {
            NetlinkDump<List<NftElement>> all = socket.dumpAll(r, "read elements of set " + s.name(), m -> {
                List<NftElement> part = new ArrayList<>();
                AttributeReader list = AttributeSet.of(m, NFGENMSG_LENGTH).reader(3);
                while (list.next()) {
                    part.add(NftElement.decode(AttributeSet.of(list.bytes())));
                }
                return part;
            });
            consistent[0] &= all.consistent();
            for (List<NftElement> part : all.items()) {
                elements.addAll(part);
            }
        } catch (NetlinkException e) {
            if (e.errno() != Errno.ENOENT) {
                throw e;
            }
            // Deleted meanwhile: the generation says so too.
            consistent[0] = false;
        }
        s.elements().addAll(elements);
    }

    /** The set of that name in a table, or null. */
    public NftSet set(int family, String table, String name) {
        for (NftSet s : sets) {
            if (s.family() == family && s.table().equals(table) && s.name().equals(name)) {
                return s;
            }
        }
        return null;
    }

    /** The chain of that name in a table, or null. */
    public NftChain chain(int family, String table, String name) {
        for (NftChain c : chains) {
            if (c.family() == family && c.table().equals(table) && c.name().equals(name)) {
                return c;
            }
        }
        return null;
    }

    /** The rules of a chain, in order. */
    public List<NftRule> rules(NftChain c) {
        List<NftRule> list = new ArrayList<>();
        for (NftRule r : rules) {
            if (r.family() == c.family()
                    && r.table().equals(c.table())
                    && r.chain().equals(c.name())) {
                list.add(r);
            }
        }
        return list;
    }
}
