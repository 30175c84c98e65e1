/** Runs pipelines: joins sources, verbs, tools and programs, and keeps the session's state. */
package net.diag.shell.exec;
