package motcua.readmodel;

/** A record that could not be read: a pointer to it, never its values. */
public record DeadLetterLine(String fingerprint, String reason, String input, String position) {}
