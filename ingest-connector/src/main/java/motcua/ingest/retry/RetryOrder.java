package motcua.ingest.retry;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Which dead letters of one input are to be read again: a file {@code *.retry} in the spool. It
 * points at records and holds none.
 *
 * @param input file name as the dead letters tell it
 * @param letters at least one
 */
public record RetryOrder(String input, List<Letter> letters) {
  /** How its file name ends. */
  public static final String ENDING = ".retry";

  /** Beside a refused order lies a file that says why, named by this ending more. */
  public static final String REASON_ENDING = ".reason";

  private static final JsonFactory JSON = new JsonFactory();
  private static final int VERSION = 1;

  /**
   * A dead letter.
   *
   * @param fingerprint of its record
   * @param reason code and explanation
   */
  public record Letter(String fingerprint, String reason) {
    public Letter {
      Objects.requireNonNull(fingerprint, "fingerprint");
      Objects.requireNonNull(reason, "reason");
    }
  }

  public RetryOrder {
    letters = List.copyOf(letters);
    if (input.isBlank() || letters.isEmpty()) {
      throw new IllegalArgumentException("a retry names an input and at least one dead letter");
    }
  }

  /** Whether a file of this name is such an order. */
  public static boolean isOne(String fileName) {
    return fileName.endsWith(ENDING);
  }

  /** As it stands in its file. */
  public byte[] toBytes() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (JsonGenerator json = JSON.createGenerator(bytes)) {
      json.writeStartObject();
      json.writeNumberField("version", VERSION);
      json.writeStringField("input", input);
      json.writeArrayFieldStart("letters");
      for (Letter letter : letters) {
        json.writeStartObject();
        json.writeStringField("fingerprint", letter.fingerprint());
        json.writeStringField("reason", letter.reason());
        json.writeEndObject();
      }
      json.writeEndArray();
      json.writeEndObject();
    } catch (IOException impossible) {
      throw new IllegalStateException("memory does not fail", impossible);
    }
    return bytes.toByteArray();
  }

  /**
   * Reads an order.
   *
   * @throws BrokenOrderException when the bytes are none
   */
  public static RetryOrder fromBytes(byte[] bytes) throws BrokenOrderException {
    String input = null;
    List<Letter> letters = new ArrayList<>();
    try (JsonParser json = JSON.createParser(bytes)) {
      require(json.nextToken() == JsonToken.START_OBJECT);
      while (json.nextToken() == JsonToken.FIELD_NAME) {
        switch (json.currentName()) {
          case "version" -> require(json.nextIntValue(0) == VERSION);
          case "input" -> input = json.nextTextValue();
          case "letters" -> readLetters(json, letters);
          default -> require(false);
        }
      }
      require(input != null && !input.isBlank() && !letters.isEmpty());
      return new RetryOrder(input, letters);
    } catch (BrokenOrderException broken) {
      throw broken;
    } catch (IOException broken) {
      throw new BrokenOrderException();
    }
  }

  private static void readLetters(JsonParser json, List<Letter> letters) throws IOException {
    require(json.nextToken() == JsonToken.START_ARRAY);
    while (json.nextToken() == JsonToken.START_OBJECT) {
      String fingerprint = null;
      String reason = null;
      while (json.nextToken() == JsonToken.FIELD_NAME) {
        switch (json.currentName()) {
          case "fingerprint" -> fingerprint = json.nextTextValue();
          case "reason" -> reason = json.nextTextValue();
          default -> require(false);
        }
      }
      require(fingerprint != null && reason != null);
      letters.add(new Letter(fingerprint, reason));
    }
  }

  private static void require(boolean sound) throws BrokenOrderException {
    if (!sound) {
      throw new BrokenOrderException();
    }
  }

  /** The bytes are no order of a version this release knows. */
  public static final class BrokenOrderException extends IOException {
    private static final long serialVersionUID = 1L;

    BrokenOrderException() {
      super(
          "the file is no order to read dead letters again; ./motcua dead-letters retry writes one");
    }
  }
}
