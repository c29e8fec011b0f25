/**
 * What "on time" means under several definitions, and which dossiers make the difference (rules.md
 * 4, 5, 7). Columns of a report row and counts of moments come in, ratios with their causes go out;
 * how moments are looked up is not known here.
 */
package motcua.core.definition;
