package net.diag.ping;

import net.diag.sys.SockAddr;

/** One destination of a run, with what has been counted for it. */
final class EchoTarget {
    /** Its place in the run, from 0: the row in the {@link ProbeTable}. */
    final int index;

    /** The name as the header line has it. */
    final String name;

    final SockAddr address;
    final EchoStatistics statistics = new EchoStatistics();
    final RttDistribution distribution = new RttDistribution();
    final SequenceRecord sequences = new SequenceRecord();

    EchoTarget(int index, String name, SockAddr address) {
        this.index = index;
        this.name = name;
        this.address = address;
    }
}
