/** The interactive shell on JLine: reading lines, completion, highlighting, the prompt, background output. */
package net.diag.shell.term;
