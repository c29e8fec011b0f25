package motcua.core.publication;

/**
 * A fault and the printed figure it is marked on.
 *
 * @param subject the figure
 * @param fault what is wrong with it, or left open by it
 */
public record Finding(PublishedFigure subject, Fault fault) {}
