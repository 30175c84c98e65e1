/** The drop-in face: what traceroute 2.1 prints, byte for byte. */
package net.diag.trace.text;
