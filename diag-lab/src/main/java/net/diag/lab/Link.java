package net.diag.lab;

/**
 * A link between two namespaces.
 *
 * @param a its first end
 * @param b its second end
 */
public record Link(LinkEnd a, LinkEnd b) {
    static Link veth(LinkEnd a, LinkEnd b) {
        LinkEnd nameA = a.claim(b.namespace().label());
        LinkEnd nameB = b.claim(a.namespace().label());
        Ip.run("link add name " + nameA.name() + " netns " + a.namespace().name() + " type veth peer name "
                + nameB.name() + " netns " + b.namespace().name());
        nameA.configure();
        nameB.configure();
        return new Link(nameA, nameB);
    }

    /** Take the first end down; both ends lose their carrier, and the first its routes and IPv6 addresses. */
    public void down() {
        a.namespace().ip("link set dev " + a.name() + " down");
    }

    /** Put the first end up again, with its addresses. */
    public void up() {
        a.namespace().ip("link set dev " + a.name() + " up");
        for (String address : a.addresses()) {
            if (address.indexOf(':') >= 0) {
                a.namespace().ip("address replace " + address + " dev " + a.name() + " nodad");
            }
        }
    }
}
