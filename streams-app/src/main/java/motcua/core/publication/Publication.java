package motcua.core.publication;

import java.util.List;
import java.util.stream.Stream;

/**
 * Everything one district published.
 *
 * @param district its name
 * @param figures in the order of the source
 */
public record Publication(String district, List<PublishedFigure> figures) {
  public Publication {
    figures = List.copyOf(figures);
  }

  /** Splits figures by district, in the order they first appear. */
  public static List<Publication> byDistrict(List<PublishedFigure> figures) {
    return figures.stream()
        .map(figure -> figure.statement().district())
        .distinct()
        .map(
            district ->
                new Publication(
                    district,
                    figures.stream()
                        .filter(f -> f.statement().district().equals(district))
                        .toList()))
        .toList();
  }

  /** Its statements, in the order they first appear. */
  public List<Statement> statements() {
    return figures.stream().map(PublishedFigure::statement).distinct().toList();
  }

  /** The figures of one statement. */
  public List<PublishedFigure> of(Statement statement) {
    return figures.stream().filter(figure -> figure.statement().equals(statement)).toList();
  }

  /** The figures of one district and period whatever their level. */
  Stream<PublishedFigure> beside(Statement statement) {
    return figures.stream().filter(figure -> figure.statement().isBeside(statement));
  }
}
