/**
 * The commands. Takes words and options of a command line, gives results on standard
 * output, logs on standard error and an exit code: 0 done, 1 findings or a failed run, 2
 * wrong use or configuration. Puts the rooms together; decides nothing about data.
 */
package id.simpul.cli;
