/**
 * What people are shown: where each instansi stands, the books, causes, deliveries. Takes
 * what the steps before wrote down and a {@link id.simpul.report.Scope} of whose data may
 * be seen, gives records ready for a page. Never changes anything, never shows a person's
 * key unmasked.
 */
package id.simpul.report;
