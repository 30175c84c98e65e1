package net.diag.dump.print;

/**
 * How packets are to be printed: tcpdump's options by their letters. The command line fills it once;
 * printers only read it.
 */
public final class PrintOptions {
    /** {@code -v}, counted. */
    public int verbose;
    /** {@code -e}: the link-level header. */
    public boolean linkHeader;
    /** {@code -q}: less protocol detail. */
    public boolean quiet;
    /** {@code -n}: addresses, ports and protocols stay numbers. */
    public boolean numeric;
    /** {@code -N}: host names without their domain. */
    public boolean shortNames;
    /** {@code -f}: names only for addresses of the interface's own net. */
    public boolean localNamesOnly;
    /** {@code -t}, counted: 1 none, 2 epoch, 3 difference to the previous, 4 date, 5 difference to the first. */
    public int timeFormat;
    /** Fractions of nine digits. */
    public boolean nanos;
    /** {@code -S}. */
    public boolean absoluteSequence;
    /** {@code -K}: checksums are not verified. */
    public boolean trustChecksums;
    /** {@code -x}, counted. */
    public int hex;
    /** {@code -X}, counted. */
    public int hexAscii;
    /** {@code -A}, counted. */
    public int ascii;
    /** {@code -#}. */
    public boolean number;
    /** {@code --lengths}. */
    public boolean lengths;
    /** {@code -g}: no line break after the IPv4 header. */
    public boolean oneLine;
    /** {@code -u}: NFS handles undecoded. */
    public boolean rawNfsHandles;
    /** {@code -b}: BGP AS numbers as asdot. */
    public boolean asDot;
    /** {@code -H}: try 802.11s draft mesh headers. */
    public boolean mesh;
    /** {@code -T}: the type that packets are read as, null if by port. */
    public String packetType;
    /** {@code -E}: ESP keys. */
    public String espKeys;
    /** {@code -M}: the key of TCP-MD5 digests. */
    public String tcpMd5Secret;
}
