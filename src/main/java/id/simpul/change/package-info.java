/**
 * Accepted state, change detection, plan, brake and outbox. Takes judged people, gives
 * per run a plan of new and changed entries that is known whole before anything is sent,
 * and then the changes one person at a time to whoever delivers them. Never sends
 * anything itself and never deletes because something was missing.
 */
package id.simpul.change;
