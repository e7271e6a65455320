package org.permitportal.local.cognito;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;

/**
 * A user pool to emulate.
 *
 * @param logicalId the pool's logical id in the template, unique among the emulator's pools
 * @param userPoolProperties the properties of {@code AWS::Cognito::UserPool}, with intrinsic
 *     functions resolved
 * @param clientPropertiesByLogicalId the properties of each {@code AWS::Cognito::UserPoolClient} of
 *     this pool, by the client's logical id; these ids are unique among all pools
 * @param groupNames the names of the pool's {@code AWS::Cognito::UserPoolGroup}s
 */
public record Pool(
    String logicalId,
    JsonNode userPoolProperties,
    Map<String, JsonNode> clientPropertiesByLogicalId,
    List<String> groupNames) {}
