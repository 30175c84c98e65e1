package net.diag.trace;

import java.util.ArrayList;
import java.util.List;
import net.diag.trace.probe.Method;

/** The command line, parsed but not yet resolved. Filled by {@link TraceArgs} only. */
final class TraceOptions {
    /** What is printed, and how the path is probed for it. */
    enum Mode {
        TRACE,
        MTU,
        REPORT
    }

    Mode mode = Mode.TRACE;
    int family;
    boolean debug;
    boolean dontFragment;
    int first = 1;
    int max = 30;
    final List<String> gateways = new ArrayList<>();
    String device;
    int inFlight;
    boolean numeric;
    int port = -1;
    String portName;
    int tos;
    int flowLabel;
    double waitMax = 5;
    double waitHere = -1;
    double waitNear = -1;
    boolean waitGiven;
    int queries = 3;
    boolean queriesGiven;
    boolean dontRoute;
    String source;
    int sourceArgc;
    double sendWait;
    boolean extensions;
    boolean asLookups;
    String module = "default";
    boolean methodGiven;
    final List<String> moduleOptions = new ArrayList<>();
    final List<Integer> moduleOptionArgc = new ArrayList<>();
    int sport;
    long mark = -1;
    boolean back;
    boolean json;
    boolean wide;
    boolean mtrJson;
    boolean exitStatus;
    int rounds = 10;
    double interval = 1;
    String host;
    int hostArgc;
    int packetLength = -1;
    boolean showHelp;
    boolean showVersion;

    /** The module's options, decoded. */
    Method method;

    boolean tcpInfo;
}
