/**
 * The verbs of the shell's pipelines, one a class. A verb reads its words and makes a sink that works
 * on the records which pass, in front of the sink of the stage after it.
 */
package net.diag.shell.verb;
