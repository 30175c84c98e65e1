package net.diag.wire;

/** DNS record types (IANA), open: an unknown one is {@code TYPE65280} (RFC 3597 §5). */
public final class DnsType {
    public static final int A = 1;
    public static final int NS = 2;
    public static final int CNAME = 5;
    public static final int SOA = 6;
    public static final int PTR = 12;
    public static final int HINFO = 13;
    public static final int MX = 15;
    public static final int TXT = 16;
    public static final int AAAA = 28;
    public static final int SRV = 33;
    public static final int NAPTR = 35;
    public static final int DNAME = 39;
    public static final int OPT = 41;
    public static final int DS = 43;
    public static final int RRSIG = 46;
    public static final int NSEC = 47;
    public static final int DNSKEY = 48;
    public static final int SVCB = 64;
    public static final int HTTPS = 65;
    public static final int AXFR = 252;
    public static final int ANY = 255;
    public static final int CAA = 257;

    private DnsType() {}

    /** The mnemonic, or {@code TYPE} and the number. */
    public static String name(int type) {
        switch (type) {
            case A:
                return "A";
            case NS:
                return "NS";
            case CNAME:
                return "CNAME";
            case SOA:
                return "SOA";
            case PTR:
                return "PTR";
            case HINFO:
                return "HINFO";
            case MX:
                return "MX";
            case TXT:
                return "TXT";
            case AAAA:
                return "AAAA";
            case SRV:
                return "SRV";
            case NAPTR:
                return "NAPTR";
            case DNAME:
                return "DNAME";
            case OPT:
                return "OPT";
            case DS:
                return "DS";
            case RRSIG:
                return "RRSIG";
            case NSEC:
                return "NSEC";
            case DNSKEY:
                return "DNSKEY";
            case SVCB:
                return "SVCB";
            case HTTPS:
                return "HTTPS";
            case AXFR:
                return "AXFR";
            case ANY:
                return "ANY";
            case CAA:
                return "CAA";
            default:
                return "TYPE" + type;
        }
    }
}
