package motcua.document;

import java.util.ArrayList;
import java.util.List;
import motcua.core.document.Document;
import motcua.core.document.Part;
import motcua.core.document.Table;

/** A document that tells when a line of one of its tables is read. */
final class CountedRows {
  private CountedRows() {}

  static Document in(Document document, Runnable read) {
    List<Part> parts = new ArrayList<>();
    for (Part part : document.parts()) {
      parts.add(part instanceof Table table ? counted(table, read) : part);
    }
    return new Document(
        document.letterhead(),
        document.title(),
        document.subtitles(),
        document.mark(),
        parts,
        document.foot());
  }

  private static Table counted(Table table, Runnable read) {
    return new Table(
        table.name(),
        table.columns(),
        reader ->
            table
                .rows()
                .forEach(
                    line -> {
                      reader.accept(line);
                      read.run();
                    }),
        table.total());
  }
}
