package net.diag.dump;

import net.diag.cli.CommonOptions;
import net.diag.cli.Completion;
import net.diag.cli.OptionSpec;
import net.diag.cli.OptionTable;

/** diag-dump's options: tcpdump's, then its own. The one source of parser, help and completion. */
final class DumpTable {
    static final int COUNT = 256;
    static final int SKIP = 257;
    static final int PRINT = 258;
    static final int PRINT_SAMPLING = 259;
    static final int LENGTHS = 260;
    static final int PRECISION = 261;
    static final int MICRO = 262;
    static final int NANO = 263;
    static final int IMMEDIATE = 264;
    static final int VERSION = 265;
    static final int FP_TYPE = 266;
    static final int TIME_T_SIZE = 267;
    static final int NETNS = 268;
    static final int FIELDS = 269;
    static final int CONVERSATIONS = 270;
    static final int ENDPOINTS = 271;

    private static final String RECORDS = "Records";

    static final OptionTable TABLE = OptionTable.of(
                    "diag-dump",
                    "capture, filter, print and write packets",
                    "[OPTIONS] [EXPRESSION]",
                    OptionSpec.flag('D', "list-interfaces", "list the interfaces that can be captured on"),
                    OptionSpec.required('i', "interface", "NAME", "capture on this interface")
                            .completes(Completion.INTERFACE),
                    OptionSpec.required(NETNS, "netns", "NAME", "capture in this network namespace"),
                    OptionSpec.flag('L', "list-data-link-types", "list the interface's link types"),
                    OptionSpec.flag('J', "list-time-stamp-types", "list the interface's time stamp types"),
                    OptionSpec.required('j', "time-stamp-type", "TYPE", "time stamp type"),
                    OptionSpec.required('y', "linktype", "TYPE", "link type"),
                    OptionSpec.flag('p', "no-promiscuous-mode", "no promiscuous mode"),
                    OptionSpec.flag('I', "monitor-mode", "802.11 monitor mode"),
                    OptionSpec.required('s', "snapshot-length", "N", "keep N bytes of a packet"),
                    OptionSpec.required('B', "buffer-size", "KIB", "size of the kernel's buffer"),
                    OptionSpec.flag(IMMEDIATE, "immediate-mode", "deliver each packet at once"),
                    OptionSpec.required('Q', "direction", "WAY", "only packets going this way")
                            .values("in", "out", "inout"),
                    OptionSpec.required('c', null, "N", "stop after N packets"),
                    OptionSpec.flag(COUNT, "count", "print only how many packets matched"),
                    OptionSpec.required(SKIP, "skip", "N", "pass over the first N packets"),
                    OptionSpec.required('r', null, "FILE", "read packets from FILE; repeat to merge by time")
                            .completes(Completion.FILE)
                            .repeatable(),
                    OptionSpec.required('V', null, "FILE", "read packets from the files that FILE lists")
                            .completes(Completion.FILE),
                    OptionSpec.required('F', null, "FILE", "read the filter expression from FILE")
                            .completes(Completion.FILE),
                    OptionSpec.flag('d', null, "print the compiled filter; -dd as C, -ddd as numbers")
                            .repeatable(),
                    OptionSpec.flag('O', "no-optimize", "do not optimise the filter"),
                    OptionSpec.flag('Y', null, "debug the filter parser").hidden(),
                    OptionSpec.required('w', null, "FILE", "write packets to FILE (.pcapng, .gz, .zst, .lz4 by name)")
                            .completes(Completion.FILE),
                    OptionSpec.flag('U', "packet-buffered", "write out each packet at once"),
                    OptionSpec.required('C', null, "SIZE", "next file after SIZE million bytes (or with k, m, g)"),
                    OptionSpec.required('G', null, "SECONDS", "next file after SECONDS"),
                    OptionSpec.required('W', null, "N", "at most N files"),
                    OptionSpec.required('z', null, "COMMAND", "run COMMAND on each finished file"),
                    OptionSpec.required('Z', "relinquish-privileges", "USER", "become USER after opening"),
                    OptionSpec.flag(PRINT, "print", "print although -w is given"),
                    OptionSpec.required(PRINT_SAMPLING, "print-sampling", "N", "print every Nth packet"),
                    OptionSpec.flag('l', null, "print line by line"),
                    OptionSpec.flag('n', null, "numbers instead of names").repeatable(),
                    OptionSpec.flag('N', null, "host names without their domain"),
                    OptionSpec.flag('f', null, "names of local addresses only"),
                    OptionSpec.flag('e', null, "print the link-level header"),
                    OptionSpec.flag('q', null, "less detail").repeatable(),
                    OptionSpec.flag('t', null, "time: -t none, -tt epoch, -ttt delta, -tttt date, -ttttt since first")
                            .repeatable(),
                    OptionSpec.required(PRECISION, "time-stamp-precision", "UNIT", "micro or nano")
                            .values("micro", "nano"),
                    OptionSpec.flag(MICRO, "micro", "microseconds"),
                    OptionSpec.flag(NANO, "nano", "nanoseconds"),
                    OptionSpec.flag('v', null, "more detail; -vv, -vvv still more")
                            .repeatable(),
                    OptionSpec.flag('g', "ip-oneline", "no line break after the IPv4 header"),
                    OptionSpec.flag('x', null, "hex dump; -xx with the link header")
                            .repeatable(),
                    OptionSpec.flag('X', null, "hex and ASCII dump; -XX with the link header")
                            .repeatable(),
                    OptionSpec.flag('A', null, "ASCII dump").repeatable(),
                    OptionSpec.flag('S', "absolute-tcp-sequence-numbers", "no relative sequence numbers"),
                    OptionSpec.flag('K', "dont-verify-checksums", "do not verify checksums"),
                    OptionSpec.flag('#', "number", "print packet numbers"),
                    OptionSpec.flag(LENGTHS, "lengths", "print captured and wire lengths"),
                    OptionSpec.required('T', null, "TYPE", "read packets as TYPE"),
                    OptionSpec.required('E', null, "KEYS", "ESP keys"),
                    OptionSpec.required('M', null, "SECRET", "key of TCP-MD5 digests"),
                    OptionSpec.required('m', null, "MODULE", "SMI MIB module").hidden(),
                    OptionSpec.flag('u', null, "NFS handles undecoded"),
                    OptionSpec.flag('b', null, "BGP AS numbers as asdot"),
                    OptionSpec.flag('H', null, "try 802.11s draft mesh headers"),
                    OptionSpec.flag('a', null, "no effect").hidden(),
                    OptionSpec.flag('h', "help", "print this help"),
                    OptionSpec.flag(VERSION, "version", "print the version"),
                    OptionSpec.flag(FP_TYPE, "fp-type", "print the kind of floating point")
                            .hidden(),
                    OptionSpec.flag(TIME_T_SIZE, "time-t-size", "print the size of time_t")
                            .hidden())
            .with(
                    OptionSpec.flag(CommonOptions.JSON, "json", "print JSON Lines, one object per packet")
                            .section(RECORDS),
                    OptionSpec.flag(CommonOptions.CSV, "csv", "print comma-separated values (RFC 4180)")
                            .section(RECORDS),
                    OptionSpec.flag(CommonOptions.TABLE, "table", "print a table of the packets' fields")
                            .section(RECORDS),
                    OptionSpec.required(FIELDS, "fields", "FIELDS", "print only these fields, with tabs between them")
                            .completes(Completion.FIELD_LIST)
                            .section(RECORDS),
                    OptionSpec.required(CommonOptions.WHERE, "where", "EXPR", "only packets for which EXPR holds")
                            .completes(Completion.EXPRESSION)
                            .section(RECORDS),
                    OptionSpec.required(
                                    CommonOptions.COLUMNS, "columns", "FIELDS", "table, CSV or JSON of these fields")
                            .completes(Completion.FIELD_LIST)
                            .section(RECORDS),
                    OptionSpec.required(CommonOptions.SORT, "sort", "FIELDS", "sort records; -FIELD sorts downwards")
                            .completes(Completion.FIELD_LIST)
                            .section(RECORDS),
                    OptionSpec.flag(CONVERSATIONS, "conversations", "print who talked to whom, and how much")
                            .section(RECORDS),
                    OptionSpec.flag(ENDPOINTS, "endpoints", "print how much each address sent and received")
                            .section(RECORDS),
                    OptionSpec.flag(CommonOptions.SCHEMA, "schema", "print the JSON Schema of --json")
                            .section(RECORDS))
            .operands(Completion.PCAP_FILTER);

    private DumpTable() {}
}
