package net.diag.netstat.firewall;

/**
 * What the chains at a hook decide.
 *
 * @param kind ACCEPT, DROP, REJECT, or ELSEWHERE when it can't be said
 * @param place what decides it, or null
 * @param flow the packet as it goes on
 */
record Decision(Outcome.Kind kind, Place place, Flow flow) {}
