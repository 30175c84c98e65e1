/**
 * The test bed: network namespaces, links, routers, firewalls and impaired links for JUnit 5 tests, in a few lines
 * each.
 *
 * <pre>{@code
 * @InLab
 * class SomethingIT {
 *     @Test
 *     void repliesOverARouter(Lab lab) {
 *         Namespace a = lab.namespace("a");
 *         Namespace r = lab.router("r");
 *         Namespace b = lab.namespace("b");
 *         lab.link(a.end("10.1.0.1/24", "fd01::1/64"), r.end("10.1.0.2/24", "fd01::2/64"));
 *         lab.link(r.end("10.2.0.1/24"), b.end("10.2.0.2/24").mtu(1400));
 *         a.route("default via 10.1.0.2");
 *         b.route("default via 10.2.0.1");
 *         assertEquals(0, a.run("ping", "-c", "1", "10.2.0.2").exitCode());
 *     }
 * }
 * }</pre>
 *
 * <p>Everything is made by the test and gone after it: {@link net.diag.lab.Lab#close} is called by the extension also
 * when the test fails, a shutdown hook calls it when the JVM is told to end, and what a killed JVM left behind is
 * removed by the next one. Names hold the process id of the JVM, so tests of several JVMs run side by side.
 *
 * <p>No packet leaves the namespaces: nothing here makes a link to the machine's own network.
 */
package net.diag.lab;
