package net.diag.ping;

import net.diag.sys.NativeBuffer;

/** The bytes of a probe, in one buffer that is rewritten for each. */
interface ProbePacket {
    /**
     * Write the probe with {@code sequence} (16 bits) into the buffer.
     *
     * @param realtimeNanos the time of sending, nanoseconds since the epoch
     * @return its length in bytes from the start of the buffer
     */
    int encode(int sequence, long realtimeNanos);

    /** The buffer to send from. */
    NativeBuffer buffer();
}
