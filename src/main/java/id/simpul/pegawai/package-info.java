/**
 * The common schema as Java: resources and their fields, entries and documents,
 * self-checking values and the national reference codes. Takes text and JSON, gives
 * values that are right or a reason why not. Never reads a source, a database or the
 * network.
 */
package id.simpul.pegawai;
