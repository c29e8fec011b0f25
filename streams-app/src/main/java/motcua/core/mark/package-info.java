/**
 * Integrity signals as data: the catalogue, and a mark with its days of knowledge
 * (national-payload.md 6).
 */
package motcua.core.mark;
