package net.diag.netlink;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import net.diag.sys.Errno;
import org.junit.jupiter.api.Test;

class NetlinkSocketTest {
    private static final int TYPE = 20;
    private final ScriptedTransport kernel = new ScriptedTransport();
    private final NetlinkSocket socket = new NetlinkSocket(kernel);
    private final NetlinkRequest request = NetlinkRequest.dump(18, new byte[4]);

    private static ByteBuffer item(int value, int flags) {
        return ScriptedTransport.message(TYPE, flags, new byte[] {(byte) value});
    }

    private NetlinkDump<Integer> dump() throws IOException {
        return socket.dumpAll(request, "dump", m -> m.u8(0));
    }

    @Test
    void dumpGoesOverSeveralDatagramsUpToDone() throws IOException {
        kernel.answer(item(1, 2), item(2, 2)).answer(item(3, 2), ScriptedTransport.done());
        assertEquals(new NetlinkDump<>(List.of(1, 2, 3), true), dump());
        assertEquals(18, kernel.sent.get(0).getShort(4));
        assertEquals(0x301, kernel.sent.get(0).getShort(6));
    }

    @Test
    void interruptedDumpIsRepeated() throws IOException {
        kernel.answer(item(1, 0x12), ScriptedTransport.done()).answer(item(2, 2), ScriptedTransport.done());
        assertEquals(new NetlinkDump<>(List.of(2), true), dump());
        assertEquals(2, kernel.sent.size());
    }

    @Test
    void dumpThatIsNeverAtRestSaysSo() throws IOException {
        for (int i = 0; i < 5; i++) {
            kernel.answer(item(i, 0x12), ScriptedTransport.done());
        }
        assertEquals(new NetlinkDump<>(List.of(4), false), dump());
    }

    @Test
    void datagramThatDidNotFitIsAskedForAgain() throws IOException {
        kernel.fail(Errno.EMSGSIZE).answer(item(7, 2), ScriptedTransport.done());
        assertEquals(List.of(7), dump().items());
    }

    @Test
    void foreignAnswersAreSkipped() throws IOException {
        ByteBuffer foreign = item(9, 2);
        foreign.putInt(8, 12345);
        kernel.answer(foreign, item(1, 2), ScriptedTransport.done());
        assertEquals(List.of(1), dump().items());
    }

    @Test
    void errorCarriesTheKernelsWordsAndOffset() {
        byte[] tlvs = new AttributeWriter()
                .raw(new byte[16])
                .string(1, "no such thing")
                .u32(2, 24)
                .toBytes();
        kernel.answer(ScriptedTransport.error(Errno.EINVAL, 0x300, tlvs));
        NetlinkException e = assertThrows(NetlinkException.class, this::dump);
        assertEquals("dump: no such thing: Invalid argument", e.getMessage());
        assertEquals(Errno.EINVAL, e.errno());
        assertEquals(24, e.offset());
    }

    @Test
    void silentKernelIsAnError() {
        assertEquals(
                Errno.ETIMEDOUT,
                assertThrows(NetlinkException.class, this::dump).errno());
    }

    @Test
    void requestReturnsAtItsAcknowledgement() throws IOException {
        int[] seen = new int[1];
        kernel.answer(item(5, 0)).answer(ScriptedTransport.error(0, 0, new byte[16]));
        socket.request(new NetlinkRequest(26, 0, new byte[12]), "get", m -> seen[0] += m.u8(0));
        assertEquals(5, seen[0]);
        assertEquals(0x5, kernel.sent.get(0).getShort(6));
    }

    @Test
    void lostNotificationsAreTold() throws IOException {
        kernel.fail(Errno.ENOBUFS).answer(item(1, 0), item(2, 0));
        assertEquals(NetlinkSocket.LOST, socket.receive(0, m -> {}));
        assertEquals(2, socket.receive(0, m -> {}));
        assertEquals(0, socket.receive(0, m -> {}));
    }

    @Test
    void impossibleLengthEndsTheDatagram() throws IOException {
        for (int length : new int[] {0, 15, 1 << 20, -1}) {
            ByteBuffer broken = item(1, 2);
            broken.putInt(0, length);
            kernel.answer(broken).answer(item(2, 2), ScriptedTransport.done());
            assertEquals(List.of(2), dump().items());
        }
    }

    @Test
    void closesItsTransport() {
        assertFalse(kernel.closed);
        socket.close();
        assertTrue(kernel.closed);
    }
}
