package motcua.core.document;

/** A piece of a document in reading order. */
public sealed interface Part permits Paragraph, Table {}
