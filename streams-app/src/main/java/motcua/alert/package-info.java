/**
 * Handling alerts: who takes care of one, and what a head needs to know about it. When an alert is
 * raised and ends is decided by {@link motcua.core.alert}, in the topology.
 */
package motcua.alert;
