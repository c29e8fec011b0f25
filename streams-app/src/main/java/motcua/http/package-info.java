/**
 * The HTTP API, its representations and the page (contract.md, HTTP). Reads parameters, asks the
 * report and the read model, writes JSON; decides nothing about figures. Loopback only until users
 * can log in.
 */
package motcua.http;
