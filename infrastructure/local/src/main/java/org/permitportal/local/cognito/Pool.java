package org.permitportal.local.cognito;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;

/**
 * A user pool to emulate.
 *
 * @param logicalId its name in the template, unique among the emulator's pools
 * @param userPoolProperties the properties of {@code AWS::Cognito::UserPool}, with intrinsic
 *     functions resolved
 * @param clientPropertiesByLogicalId the properties of each {@code AWS::Cognito::UserPoolClient} of
 *     this pool; the client's logical id is unique among all pools
 * @param groupNames the names of its {@code AWS::Cognito::UserPoolGroup}s
 */
public record Pool(
    String logicalId,
    JsonNode userPoolProperties,
    Map<String, JsonNode> clientPropertiesByLogicalId,
    List<String> groupNames) {}
