package org.permitportal.local.emulators;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;

/**
 * The program of the child process that runs DynamoDB Local. The child ends when the pipe from its
 * parent closes, even if the parent was killed. The code refers to DynamoDB Local by name only,
 * because DynamoDB Local's license forbids linking.
 */
final class DynamoDbChild {
  private static final String SERVER = "software.amazon.dynamodb.services.local.main.ServerRunner";

  private DynamoDbChild() {}

  public static void main(String[] arguments) throws ReflectiveOperationException {
    Thread.ofPlatform().daemon().start(DynamoDbChild::endWithParent);
    try {
      Class.forName(SERVER).getMethod("main", String[].class).invoke(null, (Object) arguments);
    } catch (InvocationTargetException e) {
      System.err.println(e.getCause());
      Runtime.getRuntime().halt(1);
    }
  }

  private static void endWithParent() {
    try {
      int read = System.in.read();
      while (read >= 0) {
        read = System.in.read();
      }
    } catch (IOException e) {
      System.err.println("The parent's pipe broke: " + e);
    }
    Runtime.getRuntime().halt(0);
  }
}
