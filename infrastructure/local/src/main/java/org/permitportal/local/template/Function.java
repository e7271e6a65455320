package org.permitportal.local.template;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * One Lambda function.
 *
 * @param operationId the operation's name, e.g. {@code saveCompany} for {@code SaveCompanyFunction}
 * @param handler the class name, without a method
 * @param environment the function's environment in the template, including that of Globals
 * @param properties all its properties, including those of Globals, resolved
 */
public record Function(
    String logicalId,
    String operationId,
    String handler,
    Map<String, String> environment,
    Duration timeout,
    List<Trigger> triggers,
    JsonNode properties) {}
