package motcua.ingest.table;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A YAML file as a tree that knows its lines. Every scalar is the text that stands in the file, so
 * that a code {@code 01} stays one.
 */
sealed interface Yaml {
  /** Deepest nesting that is read; mappings need five. */
  int MAX_DEPTH = 20;

  /** Line in the file, from 1. */
  int line();

  /** A text; null for nothing. */
  record Scalar(String text, int line) implements Yaml {}

  /** A list. */
  record Items(List<Yaml> items, int line) implements Yaml {}

  /** Keys and values in the order of the file. */
  record Keys(Map<String, Yaml> values, int line) implements Yaml {}

  /**
   * Reads a file.
   *
   * @throws Broken when it is no YAML, with line and reason
   */
  static Yaml read(String text) throws Broken {
    YAMLFactory factory =
        YAMLFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();
    try (JsonParser parser = factory.createParser(text)) {
      if (parser.nextToken() == null) {
        return new Scalar(null, 1);
      }
      return value(parser, 0);
    } catch (JsonProcessingException e) {
      int line = e.getLocation() == null ? 1 : e.getLocation().getLineNr();
      throw new Broken(Math.max(line, 1), firstLine(e.getOriginalMessage()));
    } catch (IOException e) {
      throw new Broken(1, firstLine(e.getMessage()));
    }
  }

  private static Yaml value(JsonParser parser, int depth) throws IOException, Broken {
    int line = parser.currentTokenLocation().getLineNr();
    if (depth > MAX_DEPTH) {
      throw new Broken(line, "nested too deep");
    }
    return switch (parser.currentToken()) {
      case START_OBJECT -> {
        Map<String, Yaml> values = new LinkedHashMap<>();
        for (String key = parser.nextFieldName(); key != null; key = parser.nextFieldName()) {
          parser.nextToken();
          values.put(key, value(parser, depth + 1));
        }
        yield new Keys(values, line);
      }
      case START_ARRAY -> {
        List<Yaml> items = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
          items.add(value(parser, depth + 1));
        }
        yield new Items(items, line);
      }
      case VALUE_NULL -> new Scalar(null, line);
      default -> new Scalar(parser.getText(), line);
    };
  }

  private static String firstLine(String message) {
    return message == null ? "not valid YAML" : message.lines().findFirst().orElse("");
  }

  /** The file is no YAML. */
  final class Broken extends Exception {
    private static final long serialVersionUID = 1L;
    private final int line;

    Broken(int line, String message) {
      super(message);
      this.line = line;
    }

    int line() {
      return line;
    }
  }
}
