package org.permitportal.platform;

import io.micronaut.serde.annotation.Serdeable;
import java.util.List;

/**
 * Days that matter for licenses and images of identity documents: the section {@code licenses} of
 * the city's settings.
 */
@Serdeable
public record LicenseSettings(List<Integer> reminderDays, int idImageRetentionDays) {}
