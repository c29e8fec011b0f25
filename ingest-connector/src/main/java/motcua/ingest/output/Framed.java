package motcua.ingest.output;

/**
 * A mapped record as its topic holds it.
 *
 * @param topic where it goes
 * @param key UTF-8, never framed by a registry
 * @param value what the serializer wrote
 */
public record Framed(String topic, byte[] key, byte[] value) {}
