/** Benchmarks: figures with a ratio against something measured in the same run. */
package motcua.benchmarks;
