package motcua.topology;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import motcua.schemas.events.DeadLetter;
import org.apache.kafka.streams.processor.api.RecordMetadata;

/** Dead letters of the topology: a pointer into the log and a reason; never a value. */
final class DeadLetters {
  private DeadLetters() {}

  static DeadLetter of(RecordMetadata at, byte[] value, String reason, long clockMicros) {
    return DeadLetter.newBuilder()
        .setFingerprint(fingerprint(value == null ? new byte[0] : value))
        .setReason(reason)
        .setInput(at.topic())
        .setPosition("partition " + at.partition() + " offset " + at.offset())
        .setStage("STREAMS")
        .setKept(Map.of())
        .setRecordedAtMicros(Math.max(0, clockMicros))
        .build();
  }

  private static String fingerprint(byte[] value) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(value));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
