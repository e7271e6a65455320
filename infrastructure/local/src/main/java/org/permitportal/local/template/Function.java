package org.permitportal.local.template;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * One Lambda function.
 *
 * @param operationId {@code saveCompany} for {@code SaveCompanyFunction}
 * @param handler the class name, without a method
 * @param environment as the template's block gives it, Globals included
 * @param properties all its properties, Globals included, resolved
 */
public record Function(
    String logicalId,
    String operationId,
    String handler,
    Map<String, String> environment,
    Duration timeout,
    List<Trigger> triggers,
    JsonNode properties) {}
