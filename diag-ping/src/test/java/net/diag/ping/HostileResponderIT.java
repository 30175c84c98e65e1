package net.diag.ping;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import net.diag.lab.EchoReply;
import net.diag.lab.InLab;
import net.diag.lab.Lab;
import net.diag.lab.Namespace;
import net.diag.lab.Outcome;
import net.diag.lab.Responder;
import org.junit.jupiter.api.Test;

/** A responder that lies: no figure and no line may be wrong for it. */
@InLab
class HostileResponderIT {
    private static Outcome ping(Lab lab, Responder.Script script, String... more) {
        Namespace a = lab.namespace("a");
        lab.responder(a.end("10.0.0.1/24", "fd00::1/64"), script);
        String[] arguments = new String[more.length + 5];
        String[] fixed = {"-c", "1", "-W", "0.4", "10.0.0.2"};
        System.arraycopy(fixed, 0, arguments, 0, 5);
        System.arraycopy(more, 0, arguments, 5, more.length);
        return a.diag("ping", arguments).run();
    }

    private static String line(Outcome o, int i) {
        return o.stdout().lines().skip(i).findFirst().orElse("").replaceAll("time=[0-9.]+", "time=T");
    }

    @Test
    void anEditedTimeStampChangesNoTimeAndIsReported(Lab lab) {
        Outcome o = ping(lab, (request, r) -> r.send(EchoReply.to(request).flip(1, 0x40)));
        assertTrue(o.stdout().contains("wrong data byte #1 should be 0x"), o.stdout());
        double rtt = Double.parseDouble(o.stdout().replaceAll("(?s).*time=([0-9.]+) ms.*", "$1"));
        assertTrue(rtt < 1000, o.stdout());
    }

    @Test
    void aChangedByteIsNamed(Lab lab) {
        Outcome o = ping(lab, (request, r) -> r.send(EchoReply.to(request).flip(40, 0xff)));
        assertEquals("wrong data byte #40 should be 0x28 but was 0xd7", line(o, 2));
        assertEquals(
                "#16\t10 11 12 13 14 15 16 17 18 19 1a 1b 1c 1d 1e 1f 20 21 22 23 24 25 26 27 d7 29 2a 2b 2c 2d 2e 2f ",
                line(o, 3));
        assertEquals(0, o.exitCode());
    }

    @Test
    void aWrongChecksumIsNoReply(Lab lab) {
        Outcome o = ping(lab, (request, r) -> r.send(EchoReply.to(request).badChecksum()));
        assertTrue(line(o, 1).endsWith("time=T ms (BAD CHECKSUM!)"), o.stdout());
        assertTrue(o.stdout().contains("0 received, +1 corrupted, 100% packet loss"), o.stdout());
        assertEquals(1, o.exitCode());
    }

    @Test
    void aShortReplyIsTruncatedAndHasNoTime(Lab lab) {
        Outcome o = ping(lab, (request, r) -> r.send(EchoReply.to(request).shortened(4)));
        assertTrue(line(o, 1).endsWith(" (truncated)"), o.stdout());
        assertFalse(o.stdout().contains("rtt min"), o.stdout());
    }

    @Test
    void aSequenceNeverSentCountsAsNothing(Lab lab) {
        Outcome o = ping(lab, (request, r) -> r.send(EchoReply.to(request).sequence(1001)));
        assertTrue(o.stdout().contains("icmp_seq=1001 (UNEXPECTED!)"), o.stdout());
        assertTrue(o.stdout().contains("1 packets transmitted, 0 received, 100% packet loss"), o.stdout());
        assertEquals(1, o.exitCode());
    }

    @Test
    void anotherSourceIsShown(Lab lab) {
        Outcome o = ping(lab, (request, r) -> r.send(EchoReply.to(request).from("10.0.0.77")));
        assertTrue(line(o, 1).startsWith("64 bytes from 10.0.0.77: icmp_seq=1"), o.stdout());
        assertTrue(line(o, 1).endsWith(" (DIFFERENT ADDRESS!)"), o.stdout());
    }

    @Test
    void duplicatesAreToldApart(Lab lab) {
        Outcome o = ping(
                lab,
                (request, r) -> {
                    r.send(EchoReply.to(request));
                    r.send(EchoReply.to(request));
                    r.send(EchoReply.to(request));
                },
                "-c",
                "2",
                "-i",
                "0.2",
                "--json");
        assertTrue(o.stdout().contains("\"type\":\"duplicate\""), o.stdout());
        assertTrue(o.stdout().contains("\"transmitted\":2,\"received\":2,\"duplicates\":"), o.stdout());
    }

    @Test
    void aFloodOfForeignRepliesDistortsNothing(Lab lab) {
        Outcome o = ping(
                lab,
                (request, r) -> {
                    for (int i = 0; i < 500; i++) {
                        r.send(EchoReply.to(request).identifier(i));
                    }
                    r.send(EchoReply.to(request));
                },
                "-e",
                "60000");
        assertTrue(o.stdout().contains("1 packets transmitted, 1 received, 0% packet loss"), o.stdout());
        assertEquals(6, o.stdout().lines().count(), o.stdout());
    }

    @Test
    void nothingAnswersAndTheJsonIsWhole(Lab lab) throws Exception {
        Outcome o = ping(lab, (request, r) -> {}, "--json", "-O", "-D", "-R");
        com.fasterxml.jackson.databind.ObjectMapper mapper = new com.fasterxml.jackson.databind.ObjectMapper();
        String last = "";
        for (String line : o.stdout().lines().toList()) {
            last = mapper.readTree(line).get("type").asText();
        }
        assertEquals("summary", last);
        assertEquals(1, o.exitCode());
        assertEquals("", o.stderr());
    }
}
