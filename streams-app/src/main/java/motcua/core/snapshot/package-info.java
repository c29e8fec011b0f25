/** When a report may be published or revised, and what a revision changes. */
package motcua.core.snapshot;
