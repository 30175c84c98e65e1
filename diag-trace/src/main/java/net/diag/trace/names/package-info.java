/** Names and autonomous systems of addresses, looked up beside the probing and never waited for long. */
package net.diag.trace.names;
