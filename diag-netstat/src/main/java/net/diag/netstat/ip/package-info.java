/**
 * What {@code ip(8)} shows, read from rtnetlink: {@code link}, {@code addr}, {@code route}, {@code
 * rule}, {@code neigh}, {@code maddr} and {@code netns}. Each view has rows, whose fields have the
 * names of {@code ip -j -d}, and a text face like iproute2's.
 */
package net.diag.netstat.ip;
