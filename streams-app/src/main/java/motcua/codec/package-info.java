/**
 * Conversions between the wire (Avro in the registry's framing), the stores (binary with a version
 * byte) and the core. Nothing here decides anything: a conversion either gives a value or says why
 * it cannot.
 */
package motcua.codec;
