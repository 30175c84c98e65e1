/** What verbs need of records whatever their type: fields by name, values compared, keyed and added up. */
package net.diag.shell.data;
