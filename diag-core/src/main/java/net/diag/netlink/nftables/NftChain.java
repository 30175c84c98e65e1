package net.diag.netlink.nftables;

import java.util.ArrayList;
import java.util.List;
import net.diag.netlink.AttributeReader;
import net.diag.netlink.AttributeSet;

/**
 * A chain.
 *
 * @param family of its table
 * @param table its table
 * @param name its name
 * @param handle the kernel's number
 * @param hook the hook's number in the family if it is a base chain, else -1
 * @param priority of the hook
 * @param type {@code filter}, {@code nat} or {@code route}; empty if it is no base chain
 * @param policy 0 drop, 1 accept; -1 if it is no base chain
 * @param devices interfaces that it is bound to, of ingress and egress hooks
 * @param flags {@code NFT_CHAIN_*}: 2 hardware offload, 4 bound to a rule
 * @param comment set by the user, or empty
 */
public record NftChain(
        int family,
        String table,
        String name,
        long handle,
        int hook,
        int priority,
        String type,
        int policy,
        List<String> devices,
        int flags,
        String comment) {
    public static final int NFT_CHAIN_HW_OFFLOAD = 2;
    public static final int NFT_CHAIN_BINDING = 4;

    static NftChain decode(int family, AttributeSet a) {
        AttributeSet h = a.nested(4);
        List<String> devices = new ArrayList<>();
        if (h.has(4)) {
            AttributeReader r = h.reader(4);
            while (r.next()) {
                devices.add(r.string());
            }
        } else if (h.has(3)) {
            devices.add(h.string(3));
        }
        return new NftChain(
                family,
                a.string(1),
                a.string(3),
                a.be64(2),
                a.has(4) ? h.be32(1) : -1,
                h.be32(2),
                a.string(7),
                a.has(5) ? a.be32(5) : -1,
                List.copyOf(devices),
                a.be32(10),
                NftUserData.text(a.bytes(12), NftUserData.COMMENT));
    }

    /** Whether packets come to it from a hook. */
    public boolean isBase() {
        return hook >= 0;
    }

    /** The hook's name in nft's language. */
    public String hookName() {
        if (family == 3) {
            return hook == 0 ? "input" : hook == 1 ? "output" : Integer.toString(hook);
        }
        if (family == 5) {
            return hook == 0 ? "ingress" : hook == 1 ? "egress" : Integer.toString(hook);
        }
        return switch (hook) {
            case 0 -> "prerouting";
            case 1 -> "input";
            case 2 -> "forward";
            case 3 -> "output";
            case 4 -> "postrouting";
            case 5 -> "ingress";
            default -> Integer.toString(hook);
        };
    }
}
