/**
 * The port to the national registry, its adapters, and how changes get there. Takes
 * parcels of changes, gives each its outcome: sent and answered, already there, refused,
 * or work for somebody. Before anything is created it reads what the registry holds.
 * Never decides what is right: it carries what change accepted.
 */
package id.simpul.national;
