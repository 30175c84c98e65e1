/**
 * Many targets at once in one process, as fping has them: ranges, lists, round robin, one reply window
 * for all, reports per target.
 */
package net.diag.ping.sweep;
