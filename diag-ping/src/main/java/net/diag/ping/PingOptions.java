package net.diag.ping;

import java.util.ArrayList;
import java.util.List;
import net.diag.sys.SockAddr;

/**
 * What is asked of one run: the options of iputils' ping under their own names, and those beyond.
 * Filled by {@link PingOptionReader}, then only read.
 */
final class PingOptions {
    static final int DEFAULT_PAYLOAD = 56;
    /** {@code struct timeval}: the least payload that holds iputils' time stamp. */
    static final int TIMEVAL_LENGTH = 16;
    /** The least interval of an unprivileged user. */
    static final int USER_INTERVAL_MILLIS = 2;
    /** How long iputils waits for a first reply. */
    static final int DEFAULT_LINGER_MILLIS = 10_000;
    /** The most preload, and the most sequence numbers on the wire. */
    static final int SEQUENCES = 0x10000;

    /** IPv4 time stamp option: time stamps only. */
    static final int TS_ONLY = 0;
    /** Addresses and time stamps. */
    static final int TS_AND_ADDRESS = 1;
    /** Time stamps of the given hosts. */
    static final int TS_PRESPECIFIED = 3;

    int family = SockAddr.AF_UNSPEC;
    boolean audible;
    boolean adaptive;
    boolean broadcast;
    boolean stickySource;
    boolean connect;
    boolean debugSocket;
    boolean printTime;
    boolean flood;
    boolean numeric;
    boolean forceNames;
    boolean noMulticastLoop;
    boolean outstanding;
    boolean quiet;
    boolean doNotRoute;
    boolean recordRoute;
    boolean userLatency;
    boolean verbose;
    boolean threeDecimals;
    /** Whether records are yielded in place of text. */
    boolean recorded;

    boolean statistics;
    boolean intervalGiven;

    /** Replies or errors to stop after; 0: unlimited. */
    long count;
    /** 0…65535; -1: chosen by the program or the kernel. */
    int identifier = -1;
    /** IPv6 flow label, 20 bits; 0: the kernel picks; -1: none. */
    int flowLabel = -1;

    int intervalMillis = 1000;
    /** Source address given with -I, 4 bytes, or null. */
    byte[] source4;
    /** Source address given with -I, 16 bytes, or null. */
    byte[] source6;
    /** Interface or VRF given with -I, or null. */
    String device;

    int preload = 1;
    /** SO_MARK, 0…2³²-1; -1: none. */
    long mark = -1;
    /** IP_PMTUDISC_…; -1: the kernel's default. */
    int pmtuDiscovery = -1;
    /** Node information query, or null. */
    NodeInformationQuery nodeInformation;
    /** Payload pattern, or null. */
    PayloadPattern pattern;
    /** TOS or traffic class; 0 is not set on the socket. */
    int tos;

    int payloadLength = DEFAULT_PAYLOAD;
    /** SO_SNDBUF; 0: about one packet. */
    int sendBuffer;
    /** TTL or hop limit; -1: the kernel's default. */
    int ttl = -1;
    /** One of TS_…; -1: no time stamp option. */
    int timestampOption = -1;
    /** End of the run in seconds; 0: none. */
    int deadlineSeconds;
    /** How long to wait for a first reply after the last probe. */
    int lingerMillis = DEFAULT_LINGER_MILLIS;

    /** Stop after so many losses in a row; 0: never. */
    long stopAfterLosses;
    /** Stop as soon as a reply has come. */
    boolean untilReachable;
    /** Exit status 1 when the loss is above this, in percent; negative: no limit. */
    double lossLimitPercent = -1;
    /** Exit status 1 when the average RTT is above this, in nanoseconds; negative: no limit. */
    long rttLimitNanos = -1;

    final List<String> operands = new ArrayList<>();

    /** Whether the payload has room for iputils' time stamp; without it the drop-in shows no times. */
    boolean isTimed() {
        return payloadLength >= TIMEVAL_LENGTH && nodeInformation == null;
    }

    /** Whether more than one operand asks for a source route. */
    boolean isSourceRouted() {
        return operands.size() > 1 && timestampOption < 0 && !recordRoute;
    }
}
