/** What the kernel knows of its network: a drop-in for net-tools netstat, with ss, ip and nft. */
package net.diag.netstat;
