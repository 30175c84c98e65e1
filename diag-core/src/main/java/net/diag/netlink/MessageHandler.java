package net.diag.netlink;

import java.io.IOException;

/** Takes messages as they come. The view is only good during the call. */
@FunctionalInterface
public interface MessageHandler {
    /** Look at a message. */
    void message(NetlinkMessage m) throws IOException;
}
