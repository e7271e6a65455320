package org.permitportal.architecture.violators.platform;

import org.permitportal.architecture.Violates;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

@Violates("only migrations scan a table")
final class WholeTable {
  private WholeTable() {}

  static int size(DynamoDbClient client) {
    return client.scan(s -> s.tableName("accounts")).count();
  }
}
