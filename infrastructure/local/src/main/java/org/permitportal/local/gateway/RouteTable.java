package org.permitportal.local.gateway;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.permitportal.local.template.Route;

/**
 * Finds the route of a request. If two routes match, compare the first segment in which they
 * differ: the route with a literal segment wins over the route with a parameter.
 */
final class RouteTable {
  /** A route that matches a request, with the decoded values of its path parameters. */
  record Match(Route route, Map<String, String> pathParameters) {}

  private record Entry(Route route, List<String> segments) {}

  private final List<Entry> entries = new ArrayList<>();

  RouteTable(List<Route> routes) {
    routes.forEach(route -> entries.add(new Entry(route, segments(route.path()))));
    entries.sort(Comparator.comparing(entry -> String.join("/", entry.segments).replace('{', '~')));
  }

  Optional<Match> find(String method, String path) {
    List<String> segments = segments(path);
    for (Entry entry : entries) {
      if (entry.route.method().equals(method) && entry.segments.size() == segments.size()) {
        Map<String, String> parameters = new LinkedHashMap<>();
        if (fits(entry.segments, segments, parameters)) {
          return Optional.of(new Match(entry.route, parameters));
        }
      }
    }
    return Optional.empty();
  }

  private static List<String> segments(String path) {
    return List.of(path.split("/", -1));
  }

  private static boolean fits(
      List<String> pattern, List<String> path, Map<String, String> parameters) {
    for (int i = 0; i < pattern.size(); i++) {
      String wanted = pattern.get(i);
      String given = path.get(i);
      if (wanted.startsWith("{")) {
        if (given.isEmpty()) {
          return false;
        }
        parameters.put(wanted.substring(1, wanted.length() - 1), Call.decodedSegment(given));
      } else if (!wanted.equals(given)) {
        return false;
      }
    }
    return true;
  }
}
