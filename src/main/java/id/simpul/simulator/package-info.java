/**
 * The stand-in for the national registry (SIASN), written from its contract alone. Takes
 * HTTP calls with two tokens, gives what the contract says the registry gives, quirks
 * included, and keeps an append-only ledger of every call that writes. Never imports
 * another room: what it shares with Simpul is the wire. Holds invented people only.
 */
package id.simpul.simulator;
