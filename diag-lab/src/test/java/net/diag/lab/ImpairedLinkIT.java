package net.diag.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The relay does what it was told, and its counts are those that the ends see. */
@InLab(programs = {"ping", "nstat"})
class ImpairedLinkIT {
    private static final Duration LONG = Duration.ofSeconds(10);

    private static ImpairedLink tun(Lab lab) {
        return lab.impairedLink(
                lab.namespace("a").end("10.6.0.1/24", "fd06::1/64"),
                lab.namespace("b").end("10.6.0.2/24", "fd06::2/64"));
    }

    private static Outcome ping(ImpairedLink link, String... options) {
        List<String> words = new ArrayList<>(List.of("ping", "-n"));
        words.addAll(List.of(options));
        return link.a().namespace().run(words.toArray(new String[0]));
    }

    private static long number(String regex, String text) {
        Matcher matcher = Pattern.compile(regex).matcher(text);
        return matcher.find() ? Long.parseLong(matcher.group(1)) : 0;
    }

    @Test
    void harmlessLinkLosesNothing(Lab lab) {
        ImpairedLink link = tun(lab);
        ping(link, "-c", "3", "-i", "0.01", "10.6.0.2").requireSuccess();
        ping(link, "-c", "3", "-i", "0.01", "-s", "1400", "fd06::2").requireSuccess();
        link.awaitIdle(LONG);
        assertEquals(6, link.aToB().tally().arrived());
        assertEquals(6, link.aToB().tally().delivered());
        assertEquals(6, link.bToA().tally().delivered());
        assertEquals(0, link.bToA().tally().lost() + link.bToA().tally().reordered());
    }

    @Test
    void ethernetResolvesNeighbors(Lab lab) {
        ImpairedLink link = lab.impairedEthernet(
                lab.namespace("a").end("10.6.0.1/24", "fd06::1/64"),
                lab.namespace("b").end("10.6.0.2/24", "fd06::2/64"));
        link.impair(Impairment.none().loss(1).only(packet -> packet.isIpv6()));
        ping(link, "-c", "2", "-i", "0.01", "10.6.0.2").requireSuccess();
        assertEquals(1, ping(link, "-c", "1", "-W", "1", "fd06::2").exitCode());
        assertEquals(
                1,
                link.aToB().tally(packet -> true).arrived()
                        + link.aToB().tally().lost());
    }

    @Test
    void countsAreThoseOfTheEnds(Lab lab) {
        ImpairedLink link = tun(lab);
        Impairment harm = Impairment.none()
                .delay(Duration.ofMillis(3))
                .loss(0.1)
                .duplicate(0.05)
                .reorder(0.1, Duration.ofMillis(50));
        link.impair(harm);
        Tally requests = link.aToB().tally(IpPacket::isEchoRequest);
        Tally replies = link.bToA().tally(IpPacket::isEchoReply);
        Outcome run = ping(link, "-c", "500", "-i", "0.002", "-W", "2", "10.6.0.2");
        link.awaitIdle(LONG);
        String text = run.stdout();
        assertEquals(500, requests.arrived(), text);
        assertEquals(500, number("(\\d+) packets transmitted", text));
        assertEquals(replies.arrived(), requests.delivered() + requests.duplicates());
        long received = number(" (\\d+) received", text) + number("\\+(\\d+) duplicates", text);
        assertEquals(replies.delivered() + replies.duplicates(), received, replies + "\n" + text);
        assertEquals(requests.arrived(), requests.delivered() + requests.lost());
        assertTrue(requests.lost() > 20 && requests.lost() < 90, requests.toString());
        assertTrue(requests.duplicates() > 5 && requests.reordered() > 10, requests.toString());
        assertTrue(replies.reordered() > 5, replies.toString());
    }

    @Test
    void sameSeedIsTheSameFate(Lab lab) {
        ImpairedLink link = tun(lab);
        List<List<Integer>> passed = new ArrayList<>();
        for (int run = 0; run < 2; run++) {
            List<Integer> sequences = new ArrayList<>();
            link.aToB().impair(Impairment.none().loss(0.3).seed(42).only(IpPacket::isEchoRequest));
            Outcome outcome = ping(link, "-c", "100", "-i", "0.002", "-W", "1", "10.6.0.2");
            Matcher matcher = Pattern.compile("icmp_seq=(\\d+)").matcher(outcome.stdout());
            while (matcher.find()) {
                sequences.add(Integer.parseInt(matcher.group(1)));
            }
            passed.add(sequences);
        }
        assertEquals(passed.get(0), passed.get(1));
        assertTrue(passed.get(0).size() > 50 && passed.get(0).size() < 90);
    }

    @Test
    void delayAddsUp(Lab lab) {
        ImpairedLink link = tun(lab).impair(Impairment.none().delay(Duration.ofMillis(40)));
        String text =
                ping(link, "-c", "5", "-i", "0.01", "10.6.0.2").requireSuccess().stdout();
        assertTrue(number("min/avg/max/mdev = (\\d+)", text) >= 80, text);
    }

    @Test
    void jitterReorders(Lab lab) {
        ImpairedLink link = tun(lab);
        link.aToB().impair(Impairment.none().delay(Duration.ofMillis(20)).jitter(Duration.ofMillis(20)));
        ping(link, "-c", "100", "-i", "0.002", "-W", "1", "-q", "10.6.0.2").requireSuccess();
        link.awaitIdle(LONG);
        assertTrue(link.aToB().tally().reordered() > 10, link.aToB().tally().toString());
        assertEquals(100, link.aToB().tally().delivered());
    }

    @Test
    void corruptedReplyHasAWrongChecksumAndTamperedOneHasNot(Lab lab) {
        ImpairedLink link = tun(lab);
        link.bToA().impair(Impairment.none().corrupt(1));
        String corrupted =
                ping(link, "-c", "3", "-i", "0.01", "-W", "1", "10.6.0.2").stdout();
        assertTrue(corrupted.contains("wrong data byte"), corrupted);
        String corrupted6 =
                ping(link, "-c", "3", "-i", "0.01", "-W", "1", "fd06::2").stdout();
        assertTrue(corrupted6.contains(" 0 received"), corrupted6);
        assertEquals(3, checksumErrors(link));
        link.bToA().impair(Impairment.none().tamper(1));
        String tampered =
                ping(link, "-c", "20", "-i", "0.01", "-W", "1", "10.6.0.2").stdout();
        assertTrue(tampered.contains("wrong data byte"), tampered);
        String tampered6 =
                ping(link, "-c", "20", "-i", "0.01", "-W", "1", "fd06::2").stdout();
        assertTrue(tampered6.contains("wrong data byte"), tampered6);
        assertEquals(46, link.bToA().tally().corrupted());
        assertEquals(3, checksumErrors(link));
    }

    /** What the kernel counted: it drops such replies itself, but raw IPv4 sockets see them before. */
    private static long checksumErrors(ImpairedLink link) {
        String text =
                link.a().namespace().run("nstat", "-asz", "IcmpInCsumErrors").stdout();
        return number("IcmpInCsumErrors +(\\d+)", text);
    }

    @Test
    void rateSpacesPacketsAndOverflows(Lab lab) {
        ImpairedLink link = tun(lab);
        // 1028 bytes of IP at 82240 bit/s: one each 100 ms. The burst of 20 comes at once, as far as that goes.
        link.aToB().impair(Impairment.none().rate(82_240, 5));
        String text = ping(link, "-c", "20", "-l", "20", "-s", "1000", "-W", "3", "-q", "10.6.0.2")
                .stdout();
        link.awaitIdle(LONG);
        Tally tally = link.aToB().tally();
        assertEquals(20, tally.delivered() + tally.overflowed(), text);
        assertTrue(tally.delivered() >= 5 && tally.delivered() <= 9, tally.toString());
        assertTrue(number("min/avg/max/mdev = [\\d.]+/[\\d.]+/(\\d+)", text) >= 450, text);
    }

    @Test
    void hookDecides(Lab lab) {
        ImpairedLink link = tun(lab).impair(Impairment.none().loss(1));
        link.bToA().hook((packet, fate) -> fate.pass());
        link.aToB().hook((packet, fate) -> {
            if (packet.isEchoRequest() && packet.sequence() != 2) {
                fate.pass().copies(packet.sequence() == 3 ? 3 : 1);
            }
            if (packet.isEchoRequest() && packet.sequence() == 4) {
                fate.drop()
                        .answer(IcmpError.about(packet)
                                .unreachable(13)
                                .from("10.6.0.99")
                                .build());
            }
        });
        String text = ping(link, "-c", "4", "-i", "0.05", "-W", "1", "10.6.0.2").stdout();
        assertTrue(text.contains("icmp_seq=1") && !text.contains("icmp_seq=2"), text);
        assertEquals(3, text.split("icmp_seq=3 ", -1).length - 1, text);
        assertTrue(text.contains("From 10.6.0.99 icmp_seq=4 Packet filtered"), text);
    }

    @Test
    void failingHookFailsTheTest() {
        Lab lab = new Lab();
        try {
            ImpairedLink link = tun(lab);
            link.aToB().hook((packet, fate) -> {
                throw new IllegalStateException("from the hook");
            });
            ping(link, "-c", "1", "-W", "1", "10.6.0.2");
            assertThrows(LabException.class, () -> link.awaitIdle(LONG));
        } finally {
            LabException end = assertThrows(LabException.class, lab::close);
            assertTrue(end.getMessage().contains("from the hook"), end.getMessage());
        }
    }

    /** Far below what the relay can do, so that a busy machine doesn't fail it; the figure is printed. */
    @Test
    void keepsUpWithThousandsOfPacketsASecond(Lab lab) {
        ImpairedLink link = tun(lab);
        ping(link, "-f", "-q", "-c", "2000", "10.6.0.2");
        Outcome flood = ping(link, "-f", "-q", "-c", "20000", "10.6.0.2").requireSuccess();
        double rate = 20000 / (flood.elapsed().toNanos() / 1e9);
        System.out.printf("impaired link: %.0f echoes a second%n", rate);
        assertEquals(20000, number("(\\d+) received", flood.stdout()), flood.stdout());
        assertTrue(rate > 2000, "echoes a second: " + rate);
    }
}
