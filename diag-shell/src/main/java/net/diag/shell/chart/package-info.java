/** Charts in characters: bars, lines in Braille dots, histograms. Pure functions of numbers to lines. */
package net.diag.shell.chart;
