package motcua.audit;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Rows spread over files by a hash of what belongs together, so that each file fits into memory
 * when all rows do not. Written first, then read file by file, then deleted.
 */
final class Spill implements AutoCloseable {
  private static final int BUFFER_BYTES = 16 << 10;

  private final List<Path> files = new ArrayList<>();
  private final List<DataOutputStream> outputs = new ArrayList<>();

  /** Files of a name in a folder that exists. */
  Spill(Path folder, String name, int count) throws IOException {
    for (int i = 0; i < count; i++) {
      Path file = folder.resolve(name + "-" + i);
      files.add(file);
      outputs.add(
          new DataOutputStream(
              new BufferedOutputStream(Files.newOutputStream(file), BUFFER_BYTES)));
    }
  }

  /** Number of the file for a key. */
  int fileOf(String key) {
    return Math.floorMod(key.hashCode(), files.size());
  }

  /** Where rows of a key are written to. */
  DataOutputStream of(String key) {
    return outputs.get(fileOf(key));
  }

  /** Ends writing. */
  void written() throws IOException {
    for (DataOutputStream output : outputs) {
      output.close();
    }
  }

  int size() {
    return files.size();
  }

  /** Reads a file row by row. */
  void read(int file, Row row) throws IOException {
    try (DataInputStream in =
        new DataInputStream(
            new BufferedInputStream(Files.newInputStream(files.get(file)), 1 << 16))) {
      while (true) {
        in.mark(1);
        if (in.read() < 0) {
          return;
        }
        in.reset();
        row.read(in);
      }
    } catch (EOFException cut) {
      throw new IOException("a file of the audit is cut off: " + files.get(file), cut);
    }
  }

  /** Reads the next row. */
  interface Row {
    void read(DataInputStream in) throws IOException;
  }

  /** A text of any length; not null. */
  static void writeText(DataOutputStream out, String text) throws IOException {
    byte[] bytes = text.getBytes(UTF_8);
    writeBytes(out, bytes);
  }

  static String readText(DataInputStream in) throws IOException {
    return new String(readBytes(in), UTF_8);
  }

  static void writeBytes(DataOutputStream out, byte[] bytes) throws IOException {
    out.writeInt(bytes.length);
    out.write(bytes);
  }

  static byte[] readBytes(DataInputStream in) throws IOException {
    byte[] bytes = new byte[in.readInt()];
    in.readFully(bytes);
    return bytes;
  }

  @Override
  public void close() throws IOException {
    written();
    for (Path file : files) {
      Files.deleteIfExists(file);
    }
  }
}
