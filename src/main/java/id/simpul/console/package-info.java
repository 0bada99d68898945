/**
 * The pages, and who may see them. Takes what report shows and what a signed-in person
 * asks for, gives HTML in Indonesian or English that works without scripts. Never reads a
 * table itself except the accounts, never shows one instansi's data to another's
 * operator.
 */
package id.simpul.console;
