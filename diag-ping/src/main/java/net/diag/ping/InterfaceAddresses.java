package net.diag.ping;

import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.util.Arrays;
import java.util.Enumeration;

/** The addresses that interfaces of this namespace hold. */
final class InterfaceAddresses {
    private InterfaceAddresses() {}

    /** Whether {@code device} holds {@code address} (4 or 16 bytes). */
    static boolean has(String device, byte[] address) {
        try {
            NetworkInterface nif = NetworkInterface.getByName(device);
            if (nif == null) {
                return false;
            }
            Enumeration<InetAddress> all = nif.getInetAddresses();
            while (all.hasMoreElements()) {
                if (Arrays.equals(all.nextElement().getAddress(), address)) {
                    return true;
                }
            }
            return false;
        } catch (SocketException e) {
            return false;
        }
    }
}
