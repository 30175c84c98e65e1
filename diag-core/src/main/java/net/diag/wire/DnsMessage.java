package net.diag.wire;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * A whole DNS message (RFC 1035 §4).
 *
 * @param id matches a response to its query
 * @param flags the flag word, {@link Dns#QR} and so on, opcode and response code included
 * @param questions as a rule one
 * @param answers the answer section
 * @param authorities the authority section
 * @param additionals the additional section
 * @param isComplete false if the message was cut, or had more records than anyone needs, so that some are missing
 */
public record DnsMessage(
        int id,
        int flags,
        List<Question> questions,
        List<DnsRecord> answers,
        List<DnsRecord> authorities,
        List<DnsRecord> additionals,
        boolean isComplete) {
    /** Records beyond this number are not decoded. */
    public static final int MAX_RECORDS = 512;

    public DnsMessage {
        questions = List.copyOf(questions);
        answers = List.copyOf(answers);
        authorities = List.copyOf(authorities);
        additionals = List.copyOf(additionals);
    }

    /**
     * What is asked.
     *
     * @param name as text
     * @param type the {@link DnsType}
     * @param questionClass {@link Dns#CLASS_IN} as a rule
     */
    public record Question(String name, int type, int questionClass) {}

    /** The response code, {@link Dns#NOERROR} and so on. */
    public int rcode() {
        return flags & 0xf;
    }

    public boolean isResponse() {
        return (flags & Dns.QR) != 0;
    }

    /** The response to this query with a response code and answers, sent by one who has the last word. */
    public DnsMessage respond(int rcode, List<DnsRecord> answers) {
        int responseFlags = Dns.QR | Dns.AA | flags & (Dns.RD | 0x7800) | rcode;
        return new DnsMessage(id, responseFlags, questions, answers, List.of(), List.of(), true);
    }

    /** Decode the message from {@code off} to {@code limit} as far as it goes; null if not even its header is there. */
    public static DnsMessage decode(ByteBuffer b, int off, int limit) {
        if (Dns.checkLength(b, off, limit) < 0) {
            return null;
        }
        List<Question> questions = new ArrayList<>();
        List<DnsRecord> answers = new ArrayList<>();
        List<DnsRecord> authorities = new ArrayList<>();
        List<DnsRecord> additionals = new ArrayList<>();
        int at = decodeQuestions(b, off, limit, questions);
        at = decodeRecords(b, off, limit, at, Dns.answers(b, off), answers);
        at = decodeRecords(b, off, limit, at, Dns.authorities(b, off), authorities);
        at = decodeRecords(b, off, limit, at, Dns.additionals(b, off), additionals);
        return new DnsMessage(Dns.id(b, off), Dns.flags(b, off), questions, answers, authorities, additionals, at >= 0);
    }

    private static int decodeQuestions(ByteBuffer b, int off, int limit, List<Question> into) {
        int at = off + Dns.HEADER_LENGTH;
        for (int i = 0; i < Dns.questions(b, off); i++) {
            int fixed = DnsName.skip(b, at, limit);
            String name = fixed < 0 ? null : DnsName.decode(b, off, limit, at);
            if (name == null || fixed + 4 > limit || i == MAX_RECORDS) {
                return -1;
            }
            into.add(new Question(name, BigEndian.u16(b, fixed), BigEndian.u16(b, fixed + 2)));
            at = fixed + 4;
        }
        return at;
    }

    /** Decode a section; returns where it ends, or -1 if it didn't come that far, or {@code from} is -1. */
    private static int decodeRecords(ByteBuffer b, int off, int limit, int from, int count, List<DnsRecord> into) {
        int at = from;
        for (int i = 0; i < count && at >= 0; i++) {
            DnsRecord record = i == MAX_RECORDS ? null : DnsRecord.decode(b, off, limit, at);
            if (record == null) {
                return -1;
            }
            into.add(record);
            at = DnsRecord.end(b, at, limit);
        }
        return at;
    }

    /** Write the message, uncompressed; returns its length. */
    public int encode(ByteBuffer b, int off) {
        BigEndian.put16(b, off + Dns.ID_OFFSET, id);
        BigEndian.put16(b, off + Dns.FLAGS_OFFSET, flags);
        BigEndian.put16(b, off + Dns.QUESTIONS_OFFSET, questions.size());
        BigEndian.put16(b, off + Dns.ANSWERS_OFFSET, answers.size());
        BigEndian.put16(b, off + Dns.AUTHORITIES_OFFSET, authorities.size());
        BigEndian.put16(b, off + Dns.ADDITIONALS_OFFSET, additionals.size());
        int at = off + Dns.HEADER_LENGTH;
        for (Question question : questions) {
            at += DnsName.encode(b, at, question.name());
            BigEndian.put16(b, at, question.type());
            BigEndian.put16(b, at + 2, question.questionClass());
            at += 4;
        }
        for (List<DnsRecord> section : List.of(answers, authorities, additionals)) {
            for (DnsRecord record : section) {
                at += record.encode(b, at);
            }
        }
        return at - off;
    }
}
