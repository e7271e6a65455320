package org.permitportal.platform;

import io.micronaut.context.env.Environment;
import jakarta.inject.Singleton;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** The tables that a function's environment names, each in a variable {@code <NAME>_TABLE}. */
@Singleton
public class Tables {
  private final DynamoDbClient client;
  private final Environment environment;
  private final Priming priming;

  public Tables(DynamoDbClient client, Environment environment, Priming priming) {
    this.client = client;
    this.environment = environment;
    this.priming = priming;
  }

  /**
   * Returns a table.
   *
   * @param name the table's name in lower case
   * @throws io.micronaut.context.exceptions.ConfigurationException when this function's environment
   *     doesn't name it
   */
  public Table named(String name) {
    return new Table(client, environment.getRequiredProperty(name + ".table", String.class));
  }

  /**
   * Returns a table that {@link Priming} may read before a snapshot, for stores that read by key.
   */
  public Table primed(String name) {
    Table table = named(name);
    priming.readTable(name, () -> table.get("-", "-"));
    return table;
  }
}
