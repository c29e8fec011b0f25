package motcua.readmodel;

/**
 * How many dead letters of one source have one reason.
 *
 * @param source empty when none is named
 * @param reason code and explanation
 */
public record DeadLetterCount(String source, String reason, long letters) {}
