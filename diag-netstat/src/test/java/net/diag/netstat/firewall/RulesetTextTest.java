package net.diag.netstat.firewall;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.diag.netlink.AttributeSet;
import net.diag.netlink.AttributeWriter;
import net.diag.netlink.nftables.NftChain;
import net.diag.netlink.nftables.NftElement;
import net.diag.netlink.nftables.NftExpression;
import net.diag.netlink.nftables.NftObject;
import net.diag.netlink.nftables.NftRule;
import net.diag.netlink.nftables.NftRuleset;
import net.diag.netlink.nftables.NftSet;
import net.diag.netlink.nftables.NftTable;
import org.junit.jupiter.api.Test;

class RulesetTextTest {
    private static final String[] NAMES = {
        "meta", "ct", "payload", "exthdr", "immediate", "cmp", "range", "lookup", "bitwise", "byteorder", "fib", "rt",
        "socket", "osf", "xfrm", "numgen", "hash", "tunnel", "dynset", "objref", "counter", "limit", "quota",
                "connlimit",
        "last", "log", "reject", "nat", "masq", "redir", "tproxy", "notrack", "queue", "dup", "fwd", "synproxy",
        "flow_offload", "match", "target", "new_in_linux_9"
    };
    private final Random random = new Random(42);

    private byte[] randomAttributes(int depth) {
        AttributeWriter w = new AttributeWriter();
        for (int n = random.nextInt(9); n > 0; n--) {
            int type = random.nextInt(12);
            switch (random.nextInt(depth > 2 ? 5 : 7)) {
                case 0 -> w.be32(type, random.nextInt(25));
                case 1 -> w.be32(type, random.nextInt());
                case 2 -> w.u8(type, random.nextInt());
                case 3 -> w.be64(type, random.nextLong());
                case 4 -> w.string(type, random.nextBoolean() ? "s" : "tcp");
                default -> w.bytes(type, randomAttributes(depth + 1));
            }
        }
        return w.toBytes();
    }

    private NftSet set(String name) {
        List<NftElement> elements = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            byte[] key = new byte[random.nextInt(20)];
            random.nextBytes(key);
            elements.add(new NftElement(
                    key,
                    randomBytes(8),
                    randomBytes(8),
                    null,
                    "",
                    random.nextInt(4),
                    -1,
                    random.nextLong(),
                    List.of(),
                    randomBytes(12)));
        }
        return new NftSet(
                1,
                "t",
                name,
                random.nextInt(0x200),
                random.nextInt(),
                random.nextInt(40),
                random.nextInt(),
                random.nextInt(40),
                List.of(),
                AttributeSet.of(randomAttributes(0)),
                elements);
    }

    private byte[] randomBytes(int most) {
        byte[] b = new byte[random.nextInt(most + 1)];
        random.nextBytes(b);
        return b;
    }

    @Test
    void unknownAndHostileAttributesNeverThrow() {
        for (int round = 0; round < 20_000; round++) {
            List<NftExpression> expressions = new ArrayList<>();
            for (int i = random.nextInt(6); i >= 0; i--) {
                String name = NAMES[random.nextInt(NAMES.length)];
                expressions.add(new NftExpression(name, AttributeSet.of(randomAttributes(0))));
            }
            int[] families = {1, 2, 3, 5, 7, 10, 99};
            int family = families[random.nextInt(families.length)];
            NftRule rule = new NftRule(family, "t", "c", 1, expressions, "");
            NftRuleset ruleset = new NftRuleset(
                    List.of(new NftTable(1, "t", 0, 1, "")),
                    List.of(new NftChain(1, "t", "c", 1, -1, 0, "", -1, List.of(), 0, "")),
                    List.of(rule),
                    List.of(set("s"), set("tcp")),
                    List.of(new NftObject(1, "t", "o", random.nextInt(12), AttributeSet.of(randomAttributes(0)), "")),
                    List.of(),
                    true);
            String text = new RulesetText(ruleset, new ValueText(i -> null)).all();
            assertTrue(text.startsWith("table inet t {"), text);
            RulesetText.rule(ruleset, rule, new ValueText(i -> null));
        }
    }

    @Test
    void ruleWithAnUnknownExpressionIsNotLoadable() {
        NftRule rule = new NftRule(
                2, "t", "c", 1, List.of(new NftExpression("new_in_linux_9", AttributeSet.of(new byte[0]))), "");
        NftRuleset none = new NftRuleset(List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), true);
        assertEquals("# [unknown new_in_linux_9]", RulesetText.rule(none, rule, new ValueText(i -> null)));
    }

    @Test
    void legacyBlockOfRandomBytesNeverThrows() {
        for (int round = 0; round < 20_000; round++) {
            byte[] b = new byte[random.nextInt(900)];
            random.nextBytes(b);
            ByteBuffer block = ByteBuffer.wrap(b).order(ByteOrder.nativeOrder());
            int family = random.nextBoolean() ? 2 : 10;
            if (b.length > 200) {
                int sizes = family == 2 ? 88 : 140;
                block.putShort(sizes, (short) (family == 2 ? 112 : 168)).putShort(sizes + 2, (short) 208);
            }
            LegacyTable t = LegacyTable.decode(family, "filter", block, new int[] {-1, 0, -1, 208, -1});
            StringBuilder out = new StringBuilder();
            t.print(out, "# ");
            assertFalse(out.isEmpty());
        }
    }

    @Test
    void quotesNeverLeaveTheirString() {
        assertEquals("\"a?b??c\"", ValueText.quote("a\"b\n\u0007c"));
    }
}
