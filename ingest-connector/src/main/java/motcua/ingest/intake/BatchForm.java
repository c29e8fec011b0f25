package motcua.ingest.intake;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;
import motcua.ingest.source.BatchBytes;
import motcua.ingest.source.InputFault;

/**
 * One form for the bodies of all generations: an envelope that names its service. What the address
 * says is put around a bare array, so that the batch can be read again later without its address; a
 * session is blanked out.
 *
 * @param bytes the batch, every byte of the sender's records as it was
 * @param batch the same after the first look
 * @param service name of the call, empty when nobody named one we take
 * @param session session of the envelope, before it was blanked out
 */
record BatchForm(byte[] bytes, BatchBytes batch, Optional<Call> service, Optional<String> session) {
  private static final Pattern UNIT = Pattern.compile("[A-Za-z0-9._-]{1,64}");
  private static final byte[] MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

  /**
   * Brings a body into the form.
   *
   * @param named call the address names
   * @param unit unit code of the address; null without one
   */
  static BatchForm of(byte[] body, Optional<Call> named, String unit) {
    int start = startsWith(body, MARK) ? MARK.length : 0;
    if (named.isPresent() && firstOf(body, start) == '[') {
      byte[] bytes = enveloped(body, start, named.get(), unit);
      return new BatchForm(bytes, BatchBytes.of(bytes), named, Optional.empty());
    }
    BatchBytes batch = BatchBytes.of(body);
    Optional<Call> service =
        batch.text("service").isPresent() ? batch.text("service").flatMap(Call::named) : named;
    Optional<String> session = batch.text("session");
    session.ifPresent(text -> blank(body, text.getBytes(StandardCharsets.UTF_8)));
    return new BatchForm(body, batch, service.filter(call -> call != Call.LOGIN), session);
  }

  /** Why no record can be read; empty when some may. */
  Optional<InputFault> fault() {
    return batch.fault();
  }

  /** Whether the sender wrote the first byte of an object, and so reads codes and not statuses. */
  static boolean isEnvelope(byte[] body) {
    return firstOf(body, startsWith(body, MARK) ? MARK.length : 0) == '{';
  }

  private static byte[] enveloped(byte[] body, int start, Call call, String unit) {
    String sender = unit != null && UNIT.matcher(unit).matches() ? unit : "";
    byte[] head =
        "{\"service\":\"%s\",\"madonvi\":\"%s\",\"data\":"
            .formatted(call.payloadName(), sender)
            .getBytes(StandardCharsets.UTF_8);
    byte[] bytes = new byte[head.length + body.length - start + 1];
    System.arraycopy(head, 0, bytes, 0, head.length);
    System.arraycopy(body, start, bytes, head.length, body.length - start);
    bytes[bytes.length - 1] = '}';
    return bytes;
  }

  private static int firstOf(byte[] body, int start) {
    for (int i = start; i < body.length; i++) {
      if (body[i] > ' ' || body[i] < 0) {
        return body[i];
      }
    }
    return -1;
  }

  private static boolean startsWith(byte[] body, byte[] start) {
    for (int i = 0; i < start.length; i++) {
      if (i >= body.length || body[i] != start[i]) {
        return false;
      }
    }
    return true;
  }

  /** Our sessions are long and random: what equals one is one, wherever it stands. */
  private static void blank(byte[] body, byte[] session) {
    for (int at = 0; at + session.length <= body.length; at++) {
      int same = 0;
      while (same < session.length && body[at + same] == session[same]) {
        same++;
      }
      if (same == session.length) {
        Arrays.fill(body, at, at + same, (byte) '*');
        return;
      }
    }
  }
}
