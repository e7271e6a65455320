package org.permitportal.permits;

import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * The fields that differ between two versions of a permit: their values before and after, as text,
 * by the field's name.
 */
record PermitDifferences(Map<String, String> before, Map<String, String> after) {
  static PermitDifferences between(PermitFacts before, PermitFacts after) {
    Map<String, String> was = values(before);
    Map<String, String> is = values(after);
    Map<String, String> same = new TreeMap<>(was);
    same.entrySet().retainAll(is.entrySet());
    was.keySet().removeAll(same.keySet());
    is.keySet().removeAll(same.keySet());
    return new PermitDifferences(was, is);
  }

  private static Map<String, String> values(PermitFacts facts) {
    Map<String, String> values = new TreeMap<>();
    values.put("type", facts.type());
    values.put("status", facts.status().name());
    values.put("feesDue", Boolean.toString(facts.feesDue()));
    values.put("conditional", Boolean.toString(facts.conditional()));
    values.put("description", facts.description());
    values.put("place", facts.place().toString());
    values.put("parcel", Objects.toString(facts.parcel(), ""));
    values.put("dates", facts.dates().toString());
    values.put("work", facts.work().toString());
    values.put("contractor", Objects.toString(facts.contractor(), ""));
    values.put("masterNumber", Objects.toString(facts.masterNumber(), ""));
    return values;
  }
}
