/**
 * Header codecs, one wire format per class, over a buffer and an offset, without allocation.
 *
 * <p>Every codec is a set of static accessors over {@code (ByteBuffer b, int off)}, where {@code off} is the
 * absolute index of the header's first byte. The rules are the same everywhere:
 *
 * <ul>
 *   <li>All fields are in network byte order, and are read so whatever {@link java.nio.ByteBuffer#order()} is set to.
 *       Neither position nor limit nor order of a buffer is ever changed.
 *   <li>{@code checkLength(b, off, limit)} comes first. It looks at nothing at or beyond {@code limit} and returns the
 *       length of the header in bytes, or a negative number that {@link net.diag.wire.HeaderCheck} explains. After it
 *       has answered with a length, no accessor of the class can fail; before that, none may be called on foreign
 *       bytes. {@code limit} must not exceed the buffer's limit.
 *   <li>Unsigned fields come widened: {@code int} for 8 and 16 bits, {@code long} for 32 bits. IPv4 addresses are an
 *       exception: an {@code int} whose most significant byte is the first octet. A MAC address is the low 48 bits of
 *       a {@code long}; IPv6 addresses are two {@code long}s, or 16 bytes copied out.
 *   <li>Numbers that IANA assigns stay numbers, so that an unknown one is kept; their names are a separate question
 *       ({@code name(int)}), answered with the number when there is no name.
 * </ul>
 *
 * <p>Nothing here throws because of what a packet says. Methods that encode for sending throw
 * {@link IllegalArgumentException} or {@link IndexOutOfBoundsException} for a caller's mistake.
 */
package net.diag.wire;
