/** Packets as records: the fields of the headers, for JSON, tables, conditions and pipelines. */
package net.diag.dump.packet;
