package motcua.export;

import java.io.IOException;
import java.io.OutputStream;
import motcua.core.document.Document;

/** Kinds of file a document is written as. */
public enum FileFormat {
  XLSX("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet") {
    @Override
    public void write(Document document, OutputStream out) throws IOException {
      XlsxFile.write(document, out);
    }
  },
  DOCX("docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document") {
    @Override
    public void write(Document document, OutputStream out) throws IOException {
      DocxFile.write(document, out);
    }
  },
  PDF("pdf", "application/pdf") {
    @Override
    public void write(Document document, OutputStream out) throws IOException {
      PdfFile.write(document, out);
    }
  };

  private final String extension;
  private final String mediaType;

  FileFormat(String extension, String mediaType) {
    this.extension = extension;
    this.mediaType = mediaType;
  }

  /** How names of such files end, without the dot. */
  public String extension() {
    return extension;
  }

  /** Its media type. */
  public String mediaType() {
    return mediaType;
  }

  /**
   * Writes a document; the stream stays open.
   *
   * @throws TooLongException when the format cannot take a table of that length
   */
  public abstract void write(Document document, OutputStream out) throws IOException;
}
