/**
 * Starts runs and sees them through: by schedule, by hand, by command. Takes an instansi,
 * lets the routes read it, closes the plan. Loads the route files, one instansi's at a
 * time, so that a bad one stops only itself. Never reads a row and never decides about
 * one.
 */
package id.simpul.sync;
