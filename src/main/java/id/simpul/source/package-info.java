/**
 * Who sends and how it is read: instansi, runs, datasets, rows with where they came from.
 * Takes a connection or a file and the datasets a mapping asks for, gives batches of
 * people with all their rows together, and findings for what could not be read. Opens
 * every source read-only and never changes, locks or interprets it.
 */
package id.simpul.source;
