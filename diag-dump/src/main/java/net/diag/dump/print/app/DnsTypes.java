package net.diag.dump.print.app;

import net.diag.dump.print.Tokens;

/** Names of DNS types, classes and codes (IANA “Domain Name System Parameters”). */
final class DnsTypes {
    static final int A = 1;
    static final int NS = 2;
    static final int CNAME = 5;
    static final int SOA = 6;
    static final int PTR = 12;
    static final int MX = 15;
    static final int TXT = 16;
    static final int AAAA = 28;
    static final int SRV = 33;
    static final int A6 = 38;
    static final int DNAME = 39;
    static final int OPT = 41;
    static final int SPF = 99;
    static final int UNSPECA = 103;
    static final int TSIG = 250;
    static final int URI = 256;

    static final int IN = 1;

    static final Tokens TYPES = Tokens.of(
            1, "A", 2, "NS", 3, "MD", 4, "MF", 5, "CNAME", 6, "SOA", 7, "MB", 8, "MG", 9, "MR", 10, "NULL", 11, "WKS",
            12, "PTR", 13, "HINFO", 14, "MINFO", 15, "MX", 16, "TXT", 17, "RP", 18, "AFSDB", 19, "X25", 20, "ISDN",
            21, "RT", 22, "NSAP", 23, "NSAP_PTR", 24, "SIG", 25, "KEY", 26, "PX", 27, "GPOS", 28, "AAAA", 29, "LOC",
            30, "NXT", 31, "EID", 32, "NIMLOC", 33, "SRV", 34, "ATMA", 35, "NAPTR", 36, "KX", 37, "CERT", 38, "A6",
            39, "DNAME", 40, "SINK", 41, "OPT", 42, "APL", 43, "DS", 44, "SSHFP", 45, "IPSECKEY", 46, "RRSIG",
            47, "NSEC", 48, "DNSKEY", 49, "DHCID", 50, "NSEC3", 51, "NSEC3PARAM", 52, "TLSA", 53, "SMIMEA",
            55, "HIP", 56, "NINFO", 57, "RKEY", 58, "TALINK", 59, "CDS", 60, "CDNSKEY", 61, "OPENPGPKEY",
            62, "CSYNC", 63, "ZONEMD", 64, "SVCB", 65, "HTTPS", 99, "SPF", 100, "UINFO", 101, "UID", 102, "GID",
            103, "UNSPEC", 104, "NID", 105, "L32", 106, "L64", 107, "LP", 108, "EUI48", 109, "EUI64", 249, "TKEY",
            250, "TSIG", 251, "IXFR", 252, "AXFR", 253, "MAILB", 254, "MAILA", 255, "ANY", 256, "URI", 257, "CAA",
            258, "AVC", 259, "DOA", 260, "AMTRELAY", 32768, "TA", 32769, "DLV");

    static final Tokens CLASSES = Tokens.of(1, "IN", 2, "CHAOS", 3, "CHAOS", 4, "HS", 255, "ANY");

    static final Tokens OPTIONS = Tokens.of(
            1, "LLQ", 2, "UL", 3, "NSID", 5, "DAU", 6, "DHU", 7, "N3U", 8, "ECS", 9, "EXPIRE", 10, "COOKIE",
            11, "KEEPALIVE", 12, "PADDING", 13, "CHAIN", 14, "KEY-TAG", 16, "CLIENT-TAG", 17, "SERVER-TAG");

    static final Tokens SIGNATURE_ALGORITHMS = Tokens.of(
            0, "DELETE", 1, "RSAMD5", 2, "DH", 3, "DS", 5, "RSASHA1", 6, "DSA-NSEC3-SHA1", 7, "RSASHA1-NSEC3-SHA1",
            8, "RSASHA256", 10, "RSASHA512", 12, "ECC-GOST", 13, "ECDSAP256SHA256", 14, "ECDSAP384SHA384",
            15, "ED25519", 16, "ED448", 252, "INDIRECT", 253, "PRIVATEDNS", 254, "PRIVATEOID");

    static final Tokens DIGESTS = Tokens.of(1, "SHA-1", 2, "SHA-256", 3, "GOST_R_34.11-94", 4, "SHA-384");

    static final Tokens NSEC3_HASHES = Tokens.of(1, "SHA-1");

    private static final String[] OPCODES = {
        "", " inv_q", " stat", " op3", " notify", " update", " op6", " op7", " op8", " updateA", " updateD",
        " updateDA", " updateM", " updateMA", " zoneInit", " zoneRef"
    };

    private static final String[] RCODES = {
        "", " FormErr", " ServFail", " NXDomain", " NotImp", " Refused", " YXDomain", " YXRRSet", " NXRRSet",
        " NotAuth", " NotZone", " Resp11", " Resp12", " Resp13", " Resp14", " NoChange"
    };

    private DnsTypes() {}

    static String opcode(int flags) {
        return OPCODES[flags >> 11 & 0xf];
    }

    static String rcode(int flags) {
        return RCODES[flags & 0xf];
    }
}
