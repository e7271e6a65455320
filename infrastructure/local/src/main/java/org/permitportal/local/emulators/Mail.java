package org.permitportal.local.emulators;

import java.time.Instant;
import java.util.List;

/**
 * A mail that was sent.
 *
 * @param text empty where the mail has no such part
 * @param html empty where the mail has no such part
 */
public record Mail(
    String id,
    Instant sent,
    String from,
    List<String> to,
    String subject,
    String text,
    String html) {}
