package org.permitportal.local.template;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * One Lambda function.
 *
 * @param operationId the operation's id, e.g. {@code saveCompany} for {@code SaveCompanyFunction}
 * @param handler the name of the handler's class, without a method
 * @param environment the function's environment variables in the template, including those in
 *     Globals
 * @param properties the function's resolved properties, including those in Globals
 */
public record Function(
    String logicalId,
    String operationId,
    String handler,
    Map<String, String> environment,
    Duration timeout,
    List<Trigger> triggers,
    JsonNode properties) {}
