package motcua.http;

import io.javalin.http.Context;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import motcua.core.document.Document;
import motcua.export.FileFormat;

/**
 * Answers with a file. It is whole before its first byte is sent, so that a fault is a problem
 * answer and never half a file.
 */
final class FileAnswer {
  private FileAnswer() {}

  /** Writes a document to a file of the moment, and sends that. */
  static void send(Context context, Document document, FileFormat format, String name)
      throws IOException {
    Path file = Files.createTempFile("motcua", "." + format.extension());
    try {
      try (OutputStream out = Files.newOutputStream(file)) {
        format.write(document, out);
      }
      describe(context, file, format, name);
      context.result(Files.newInputStream(file, StandardOpenOption.DELETE_ON_CLOSE));
    } catch (IOException | RuntimeException fault) {
      Files.deleteIfExists(file);
      throw fault;
    }
  }

  /** Sends a file that stays. */
  static void send(Context context, Path file, FileFormat format, String name) throws IOException {
    describe(context, file, format, name);
    context.result(Files.newInputStream(file));
  }

  private static void describe(Context context, Path file, FileFormat format, String name)
      throws IOException {
    // These files are compressed already, and a browser takes no file whose length is not as said.
    context.disableCompression();
    context.contentType(format.mediaType());
    context.header("Content-Length", Long.toString(Files.size(file)));
    context.header("Content-Disposition", "attachment; filename=\"" + name + "\"");
  }
}
