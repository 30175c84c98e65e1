package net.diag.dump;

import net.diag.dump.print.Dissection;
import net.diag.dump.print.Names;

/** No names at all: numbers. */
final class NumericNames implements Names {
    @Override
    public void ipv4(Dissection d, int address) {
        d.ipv4Text(address);
    }

    @Override
    public void ipv6(Dissection d, int offset) {
        d.ip6Text(offset);
    }

    @Override
    public void mac(Dissection d, int offset) {
        d.colonHex(offset, 6);
    }

    @Override
    public String interfaceName(int index) {
        return InterfaceIndex.name(index);
    }

    @Override
    public void udpPort(Dissection d, int port) {
        d.dec(port);
    }

    @Override
    public void tcpPort(Dissection d, int port) {
        d.dec(port);
    }
}
