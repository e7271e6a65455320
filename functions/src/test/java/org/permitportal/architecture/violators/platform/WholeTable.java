package org.permitportal.architecture.violators.platform;

import org.permitportal.architecture.Violates;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

@Violates("no table is scanned")
final class WholeTable {
  private WholeTable() {}

  static int size(DynamoDbClient client) {
    return client.scan(s -> s.tableName("accounts")).count();
  }
}
