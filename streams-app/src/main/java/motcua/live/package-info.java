/**
 * How things stand now, for pages that are looked at all day: the figures of a scope and of the
 * units right below it, a ratio over time, and a feed of what changes. Reads ports and judges
 * nothing anew: figures are the report's, alerts and silence are told as others decided them.
 */
package motcua.live;
