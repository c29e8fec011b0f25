package motcua.export;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.security.SecureRandom;
import java.text.Normalizer;
import java.util.EnumMap;
import java.util.Map;
import org.openpdf.text.Font;
import org.openpdf.text.Phrase;
import org.openpdf.text.pdf.BaseFont;

/**
 * The type a PDF is set in: Liberation Serif, which has the metrics of Times New Roman that Decree
 * 30/2020 asks for, and every Vietnamese letter. What a document uses of it is embedded.
 */
final class PdfType {
  /** Cuts of the type. */
  enum Face {
    REGULAR("Regular"),
    BOLD("Bold"),
    ITALIC("Italic"),
    BOLD_ITALIC("BoldItalic");

    private final String file;

    Face(String cut) {
      this.file = "LiberationSerif-" + cut + ".ttf";
    }
  }

  private static final int REPLACEMENT = '□';

  private final Map<Face, BaseFont> fonts = new EnumMap<>(Face.class);

  private PdfType() {}

  /**
   * Fonts of one document: they remember which glyphs it uses.
   *
   * @throws IOException when they are not on the class path
   */
  static PdfType load() throws IOException {
    PdfType type = new PdfType();
    for (Face face : Face.values()) {
      type.fonts.put(face, font(face));
    }
    return type;
  }

  private static BaseFont font(Face face) throws IOException {
    try (InputStream file = BaseFont.class.getResourceAsStream("/liberation/" + face.file)) {
      if (file == null) {
        throw new FileNotFoundException("font " + face.file + " is not on the class path");
      }
      BaseFont font =
          BaseFont.createFont(
              face.file, BaseFont.IDENTITY_H, BaseFont.EMBEDDED, false, file.readAllBytes(), null);
      font.setSecureRandom(new SubsetTag(face));
      return font;
    }
  }

  /** Words in one cut and size (points), with an end of line where the text has one. */
  Phrase phrase(String text, Face face, float size) {
    return new Phrase(printable(text, face), font(face, size));
  }

  Font font(Face face, float size) {
    return new Font(fonts.get(face), size);
  }

  BaseFont base(Face face) {
    return fonts.get(face);
  }

  /** Points that the words take on one line. */
  float width(String text, Face face, float size) {
    return fonts.get(face).getWidthPoint(printable(text, face), size);
  }

  /**
   * The text in composed letters. A letter that the type lacks becomes a box that all can see: the
   * library would leave it out. Marks without a width, which copied names often hold, go.
   */
  String printable(String text, Face face) {
    BaseFont font = fonts.get(face);
    StringBuilder printable = new StringBuilder(text.length());
    Normalizer.normalize(text.replace("\r\n", "\n"), Normalizer.Form.NFC)
        .codePoints()
        .filter(letter -> Character.getType(letter) != Character.FORMAT)
        .map(letter -> letter != '\n' && Character.isISOControl(letter) ? ' ' : letter)
        .map(letter -> letter == '\n' || font.charExists(letter) ? letter : REPLACEMENT)
        .forEach(printable::appendCodePoint);
    return printable.toString();
  }

  /**
   * Names a subset by its cut instead of by chance: the same document gives the same bytes. Nothing
   * secret hangs on it.
   */
  private static final class SubsetTag extends SecureRandom {
    private static final long serialVersionUID = 1;
    private static final double LETTERS = 26;

    private final double letter;

    SubsetTag(Face face) {
      this.letter = (face.ordinal() + 0.5) / LETTERS;
    }

    @Override
    public double nextDouble() {
      return letter;
    }
  }
}
