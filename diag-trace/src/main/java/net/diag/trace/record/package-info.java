/** The records of a trace, one schema for all modes: an answer, a hop, the path's end. */
package net.diag.trace.record;
