/** net-tools' own views, byte for byte: sockets, routes, interfaces, groups, statistics. */
package net.diag.netstat.classic;
