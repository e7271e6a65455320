package org.permitportal.platform;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * The text form of the position at which a page of a query ended. A cursor never contains the
 * partition key; the query supplies it. So a forged cursor can only reach items that the query
 * itself could return.
 */
final class Cursor {
  private Cursor() {}

  static String seal(Map<String, AttributeValue> lastKey, String partition) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      for (Map.Entry<String, AttributeValue> part : new TreeMap<>(lastKey).entrySet()) {
        if (!part.getKey().equals(partition)) {
          out.writeUTF(part.getKey());
          out.writeUTF(part.getValue().s());
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.toByteArray());
  }

  static Map<String, AttributeValue> open(
      String cursor, Map<String, AttributeValue> values, String partition) {
    Map<String, AttributeValue> key = new HashMap<>();
    try (DataInputStream in =
        new DataInputStream(new ByteArrayInputStream(Base64.getUrlDecoder().decode(cursor)))) {
      while (in.available() > 0) {
        key.put(in.readUTF(), AttributeValue.fromS(in.readUTF()));
      }
    } catch (IOException | IllegalArgumentException _) {
      throw refused();
    }
    AttributeValue own = values.get(":partition");
    if (own == null || key.containsKey(partition)) {
      throw refused();
    }
    key.put(partition, own);
    return key;
  }

  static Problem refused() {
    return Problem.invalid("cursor", "INVALID", "Leave the cursor out to start at the first page.");
  }
}
