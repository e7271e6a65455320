package org.permitportal.local;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.permitportal.local.cognito.CognitoEmulator;
import org.permitportal.local.cognito.Pool;
import org.permitportal.local.template.Attributes;
import org.permitportal.local.template.Resource;
import org.permitportal.local.template.Stack;

/** Runs the template's user pools on the Cognito emulator. */
final class UserPools implements AutoCloseable {
  private static final String ON_AWS =
      "https://cognito-idp." + Attributes.REGION + ".amazonaws.com/";

  private final CognitoEmulator emulator;
  private final Stack template;

  private UserPools(CognitoEmulator emulator, Stack template) {
    this.emulator = emulator;
    this.template = template;
  }

  /**
   * Starts the user pools.
   *
   * @param port the port, or 0 for any free one; the port of the last run keeps that run's tokens
   *     valid
   * @throws Fault when a pool or a client has a property that is not emulated
   */
  static UserPools start(Stack template, Path folder, Clock clock, int port) throws IOException {
    // Find the clients of a pool by logical ids, because physical ids do not exist yet.
    Attributes logical = new Attributes(id -> id, issuer -> issuer);
    List<Pool> pools = new ArrayList<>();
    for (Resource pool : template.resources("AWS::Cognito::UserPool")) {
      Map<String, JsonNode> clients = new HashMap<>();
      for (Resource client : template.resources("AWS::Cognito::UserPoolClient")) {
        JsonNode properties = client.properties(logical);
        if (properties.path("UserPoolId").asText().equals(pool.logicalId())) {
          clients.put(client.logicalId(), properties);
        }
      }
      List<String> groups =
          template.resources("AWS::Cognito::UserPoolGroup").stream()
              .map(group -> group.properties(logical))
              .filter(group -> group.path("UserPoolId").asText().equals(pool.logicalId()))
              .map(group -> group.path("GroupName").asText())
              .toList();
      pools.add(new Pool(pool.logicalId(), pool.properties(logical), clients, groups));
    }
    try {
      return new UserPools(CognitoEmulator.start(folder, clock, port, pools), template);
    } catch (IllegalArgumentException e) {
      throw new Fault("user pools: " + e.getMessage(), e);
    }
  }

  /** Returns the physical id of a pool or a client. */
  String id(String logicalId) {
    return template.resource(logicalId).type().equals("AWS::Cognito::UserPool")
        ? emulator.poolId(logicalId)
        : emulator.clientId(logicalId);
  }

  /**
   * Returns the emulator's issuer for a pool's issuer on AWS. Returns any other issuer unchanged.
   */
  String issuer(String issuer) {
    return template.resources("AWS::Cognito::UserPool").stream()
        .map(Resource::logicalId)
        .filter(pool -> issuer.equals(ON_AWS + emulator.poolId(pool)))
        .map(emulator::issuer)
        .findFirst()
        .orElse(issuer);
  }

  String endpoint() {
    return emulator.endpoint();
  }

  @Override
  public void close() {
    emulator.close();
  }
}
