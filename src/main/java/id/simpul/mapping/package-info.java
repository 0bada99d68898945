/**
 * Mapping files: load, check, apply, preview. Takes batches of rows and one declarative
 * file per instansi, gives entries of the common schema or names the field that would not
 * go. Never does I/O while applying, never evaluates a general expression, never judges
 * whether data is plausible: that is validation's.
 */
package id.simpul.mapping;
