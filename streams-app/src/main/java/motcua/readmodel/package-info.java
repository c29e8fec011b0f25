/**
 * The read model's ports and the projector that fills it. Here belong questions and answers as
 * values, the port to the database and the consumer that feeds it; SQL belongs to {@code
 * readmodel.postgres}, the meaning of figures to {@code core}.
 *
 * <p>Read in this order: {@link motcua.readmodel.Projector}, {@link
 * motcua.readmodel.ProjectionStore}, {@link motcua.readmodel.ReportQuery}, {@link
 * motcua.readmodel.ReadModel}.
 */
package motcua.readmodel;
