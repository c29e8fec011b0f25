/**
 * The catalogue of meters and the binders that fill them. The only package, the composition root
 * apart, that knows micrometer.
 */
package motcua.metrics;
