package org.permitportal.local;

import java.nio.file.Path;
import java.util.Map;
import org.permitportal.local.template.App;
import org.permitportal.local.template.Attributes;
import org.permitportal.local.template.Function;
import org.permitportal.local.template.Route;
import org.permitportal.local.template.Stack;

/**
 * Prints each operation with its route, caller, class and function. Then prints the functions that
 * events start.
 */
public final class Operations {
  private Operations() {}

  public static void main(String[] arguments) {
    try {
      Path root = Portal.root();
      Stack stack = Stack.read(root, "template.yaml", Map.of("PortalUrl", "http://localhost:8080"));
      print(App.read(root, stack, Attributes.ofTemplate()));
    } catch (Fault e) {
      System.err.println(e.getMessage());
      System.exit(1);
    }
  }

  private static void print(App app) {
    line("operation", "route", "caller", "class", "function");
    for (Route route : app.routes()) {
      Function function = app.function(route.function());
      String path = route.method() + " " + route.path();
      line(route.operationId(), path, route.caller(), function.handler(), function.logicalId());
    }
    for (Function function : app.functions()) {
      for (var trigger : function.triggers()) {
        String kind =
            trigger.getClass().getSimpleName().substring(2).toLowerCase(java.util.Locale.ROOT);
        line(function.operationId(), kind, "trigger", function.handler(), function.logicalId());
      }
    }
  }

  private static void line(String... columns) {
    System.out.printf("%-22s  %-55s  %-10s  %-60s  %s%n", (Object[]) columns);
  }
}
