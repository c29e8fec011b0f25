package motcua.export;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.PackagePart;
import org.apache.poi.openxml4j.opc.PackagingURIHelper;
import org.apache.poi.openxml4j.opc.TargetMode;
import org.apache.poi.xwpf.usermodel.XWPFDocument;

/**
 * The letters of a text document, in it: Liberation Serif, as wide as Times New Roman, with every
 * Vietnamese letter (SIL Open Font License 1.1, which lets documents embed it).
 */
final class DocxFonts {
  private static final String OFFICE =
      "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
  private static final String TABLE_TYPE =
      "application/vnd.openxmlformats-officedocument.wordprocessingml.fontTable+xml";
  private static final String FONT_TYPE =
      "application/vnd.openxmlformats-officedocument.obfuscatedFont";

  /** How many bytes at the beginning of a font are mixed with its key (ECMA-376-4, 4.1). */
  private static final int MIXED = 32;

  private static final int KEY = 16;

  static final List<Face> FACES =
      List.of(
          new Face("embedRegular", "LiberationSerif-Regular"),
          new Face("embedBold", "LiberationSerif-Bold"),
          new Face("embedItalic", "LiberationSerif-Italic"),
          new Face("embedBoldItalic", "LiberationSerif-BoldItalic"));

  /**
   * A face of the font.
   *
   * @param element what the font table calls it
   */
  record Face(String element, String file) {
    /** The key that its bytes are mixed with: the same in every document. */
    UUID key() {
      return UUID.nameUUIDFromBytes(("motcua " + file).getBytes(StandardCharsets.UTF_8));
    }

    byte[] bytes() throws IOException {
      String path = "/liberation/" + file + ".ttf";
      try (InputStream in = DocxFonts.class.getResourceAsStream(path)) {
        if (in == null) {
          throw new IOException("not on the class path: " + path);
        }
        return in.readAllBytes();
      }
    }
  }

  private DocxFonts() {}

  static void embed(XWPFDocument file) throws IOException {
    try {
      OPCPackage parts = file.getPackage();
      PackagePart table =
          parts.createPart(PackagingURIHelper.createPartName("/word/fontTable.xml"), TABLE_TYPE);
      StringBuilder faces = new StringBuilder();
      for (int at = 0; at < FACES.size(); at++) {
        Face face = FACES.get(at);
        PackagePart font =
            parts.createPart(
                PackagingURIHelper.createPartName("/word/fonts/font" + (at + 1) + ".odttf"),
                FONT_TYPE);
        write(font, mixed(face.bytes(), face.key()));
        String id =
            table.addRelationship(font.getPartName(), TargetMode.INTERNAL, OFFICE + "font").getId();
        faces.append(
            "<w:%s r:id=\"%s\" w:fontKey=\"{%s}\"/>"
                .formatted(face.element(), id, face.key().toString().toUpperCase(Locale.ROOT)));
      }
      write(table, table(faces).getBytes(StandardCharsets.UTF_8));
      file.getPackagePart()
          .addRelationship(table.getPartName(), TargetMode.INTERNAL, OFFICE + "fontTable");
      file.getSettings().getCTSettings().addNewEmbedTrueTypeFonts();
    } catch (InvalidFormatException cannotBe) {
      throw new IllegalStateException(cannotBe);
    }
  }

  private static void write(PackagePart part, byte[] bytes) throws IOException {
    try (OutputStream out = part.getOutputStream()) {
      out.write(bytes);
    }
  }

  private static String table(CharSequence faces) {
    return """
        <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
        <w:fonts xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" \
        xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">\
        <w:font w:name="Liberation Serif"><w:altName w:val="Times New Roman"/>\
        <w:panose1 w:val="02020603050405020304"/><w:charset w:val="00"/><w:family w:val="roman"/>\
        <w:pitch w:val="variable"/>%s</w:font></w:fonts>
        """
        .formatted(faces);
  }

  /** Mixes a font's beginning with its key, or takes the key out again. */
  static byte[] mixed(byte[] font, UUID key) {
    byte[] bytes =
        ByteBuffer.allocate(KEY)
            .putLong(key.getMostSignificantBits())
            .putLong(key.getLeastSignificantBits())
            .array();
    byte[] mixed = font.clone();
    for (int at = 0; at < MIXED; at++) {
      mixed[at] ^= bytes[KEY - 1 - at % KEY];
    }
    return mixed;
  }
}
