package org.permitportal.platform;

import io.micronaut.serde.annotation.Serdeable;
import java.util.List;

/**
 * The settings for licenses and images of identity documents: the section {@code licenses} of the
 * city's settings.
 *
 * @param reminderDays the days before a license expires on which its account gets a reminder
 * @param idImageRetentionDays the days between staff's check of an image and its deletion
 */
@Serdeable
public record LicenseSettings(List<Integer> reminderDays, int idImageRetentionDays) {}
