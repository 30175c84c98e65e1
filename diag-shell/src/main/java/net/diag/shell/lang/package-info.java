/**
 * The shell's language: statements of pipelines of stages, each stage a command word and its
 * arguments with their place in the line, so that a mistake can be pointed at.
 */
package net.diag.shell.lang;
