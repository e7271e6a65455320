package org.permitportal.local.emulators;

import java.time.Instant;
import java.util.List;

/**
 * A sent mail.
 *
 * @param sent the time at which the mail was sent
 * @param text the text part; empty when the mail has none
 * @param html the HTML part; empty when the mail has none
 */
public record Mail(
    String id,
    Instant sent,
    String from,
    List<String> to,
    String subject,
    String text,
    String html) {}
