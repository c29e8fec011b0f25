/**
 * Life of the Streams application: topics, clock, start and stop, and when all that came in has
 * been worked off.
 */
package motcua.runtime;
