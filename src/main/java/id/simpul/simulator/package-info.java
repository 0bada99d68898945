/**
 * The stand-in for the national registry (SIASN), written from its contract alone. Takes
 * HTTP calls with two tokens, gives what the contract says the registry gives, quirks
 * included, and keeps an append-only ledger of every call that writes: with its seeds all
 * that is needed to know what is held. Goes wrong as told: by single faults, by weather
 * out of one number, by a closure, by a limit of pace. Never imports another room: what
 * it shares with Simpul is the wire. Holds invented people only.
 */
package id.simpul.simulator;
