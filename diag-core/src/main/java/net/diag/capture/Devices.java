package net.diag.capture;

import com.sun.jna.Memory;
import com.sun.jna.NativeLibrary;
import com.sun.jna.Pointer;
import java.util.ArrayList;
import java.util.List;

/** The devices that libpcap can capture on, in its order: running ones first. */
public final class Devices {
    private static final int LOOPBACK = 1;
    private static final int UP = 2;
    private static final int RUNNING = 4;
    private static final int WIRELESS = 8;
    private static final int STATUS = 0x30;

    /**
     * A device.
     *
     * @param description libpcap's words, null if it has none
     * @param flags libpcap's PCAP_IF_ bits
     */
    public record Device(String name, String description, int flags) {
        /** The flags as {@code -D} prints them. */
        public List<String> flagNames() {
            List<String> names = new ArrayList<>();
            add(names, UP, "Up");
            add(names, RUNNING, "Running");
            add(names, LOOPBACK, "Loopback");
            add(names, WIRELESS, "Wireless");
            boolean wireless = (flags & WIRELESS) != 0;
            switch (flags & STATUS) {
                case 0x00 -> names.add(wireless ? "Association status unknown" : "Connection status unknown");
                case 0x10 -> names.add(wireless ? "Associated" : "Connected");
                case 0x20 -> names.add(wireless ? "Not associated" : "Disconnected");
                default -> {}
            }
            return names;
        }

        private void add(List<String> names, int bit, String name) {
            if ((flags & bit) != 0) {
                names.add(name);
            }
        }
    }

    private Devices() {}

    /** All devices. */
    public static List<Device> list() throws CaptureFileException {
        NativeLibrary library = Libpcap.library();
        Memory first = new Memory(8);
        Memory error = new Memory(256);
        error.clear();
        if (library.getFunction("pcap_findalldevs").invokeInt(new Object[] {first, error}) != 0) {
            throw new CaptureFileException(error.getString(0));
        }
        List<Device> devices = new ArrayList<>();
        Pointer head = first.getPointer(0);
        for (Pointer p = head; p != null; p = p.getPointer(0)) {
            Pointer description = p.getPointer(16);
            devices.add(new Device(
                    p.getPointer(8).getString(0), description == null ? null : description.getString(0), p.getInt(32)));
        }
        library.getFunction("pcap_freealldevs").invokeVoid(new Object[] {head});
        return devices;
    }
}
