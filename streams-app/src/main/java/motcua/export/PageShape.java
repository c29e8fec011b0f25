package motcua.export;

import java.util.List;
import motcua.core.document.Part;
import motcua.core.document.Table;

/** How a page lies. */
final class PageShape {
  /** The most columns that an upright page takes. */
  static final int UPRIGHT_COLUMNS = 7;

  private PageShape() {}

  /** Whether the widest table needs the long side of the paper. */
  static boolean isLandscape(List<Part> parts) {
    return parts.stream()
        .anyMatch(part -> part instanceof Table table && table.columns().size() > UPRIGHT_COLUMNS);
  }
}
