package org.permitportal.platform;

import io.micronaut.context.env.Environment;
import jakarta.inject.Singleton;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * Finds the tables of a function. The environment names each table in a variable {@code
 * <NAME>_TABLE}.
 */
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
   * @param name the {@code <NAME>} of the table's variable, in lower case
   * @throws io.micronaut.context.exceptions.ConfigurationException when the function's environment
   *     does not name the table
   */
  public Table named(String name) {
    return new Table(client, environment.getRequiredProperty(name + ".table", String.class));
  }

  /**
   * Returns a table and lets {@link Priming} read it before a snapshot. Stores that read by key use
   * this.
   */
  public Table primed(String name) {
    Table table = named(name);
    priming.readTable(name, () -> table.get("-", "-"));
    return table;
  }
}
