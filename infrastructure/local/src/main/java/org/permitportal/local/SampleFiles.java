package org.permitportal.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Reads the files that the steps for sample data use. Also computes one-time codes like an
 * authenticator app.
 */
final class SampleFiles {
  private final Path folder;

  SampleFiles(Path folder) {
    this.folder = folder;
  }

  Path path(String name) {
    Path path = folder.resolve(name);
    if (!Files.isRegularFile(path)) {
      throw new Fault("there is no file " + name);
    }
    return path;
  }

  JsonNode size(String name) {
    return LongNode.valueOf(bytes(name).length);
  }

  JsonNode sha256(String name) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes(name));
      return TextNode.valueOf(Base64.getEncoder().encodeToString(digest));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private byte[] bytes(String name) {
    try {
      return Files.readAllBytes(path(name));
    } catch (IOException e) {
      throw new Fault(name + " cannot be read", e);
    }
  }

  /**
   * Returns one object for each row of a CSV file. The first line has the field names. Empty cells
   * are left out.
   */
  ArrayNode csv(String name) throws IOException {
    List<List<String>> rows = rows(Files.readString(path(name)));
    ArrayNode result = Json.array();
    for (List<String> row : rows.subList(1, rows.size())) {
      ObjectNode object = result.addObject();
      for (int i = 0; i < row.size(); i++) {
        if (!row.get(i).isEmpty()) {
          object.put(rows.getFirst().get(i), row.get(i));
        }
      }
    }
    return result;
  }

  /** Parses CSV (RFC 4180). */
  private static List<List<String>> rows(String text) {
    List<List<String>> rows = new ArrayList<>();
    List<String> row = new ArrayList<>();
    StringBuilder field = new StringBuilder();
    boolean quoted = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (quoted && c == '"' && i + 1 < text.length() && text.charAt(i + 1) == '"') {
        field.append('"');
        i++;
      } else if (c == '"') {
        quoted = !quoted;
      } else if (!quoted && (c == ',' || c == '\n')) {
        row.add(field.toString());
        field.setLength(0);
        if (c == '\n') {
          rows.add(row);
          row = new ArrayList<>();
        }
      } else if (quoted || c != '\r') {
        field.append(c);
      }
    }
    if (!field.isEmpty() || !row.isEmpty()) {
      row.add(field.toString());
      rows.add(row);
    }
    return rows;
  }

  /**
   * Returns a one-time code by RFC 6238 with SHA-1, 30 seconds and 6 digits, as in authenticator
   * apps.
   *
   * @param base32 the secret in base32
   * @param now the time of the code
   */
  static String totp(String base32, Instant now) {
    try {
      Mac mac = Mac.getInstance("HmacSHA1");
      mac.init(new SecretKeySpec(base32Decoded(base32), "HmacSHA1"));
      long step = now.getEpochSecond() / 30;
      byte[] hash = mac.doFinal(ByteBuffer.allocate(Long.BYTES).putLong(step).array());
      int number = ByteBuffer.wrap(hash).getInt(hash[hash.length - 1] & 0xf) & Integer.MAX_VALUE;
      return String.format(Locale.ROOT, "%06d", number % 1_000_000);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static byte[] base32Decoded(String text) {
    ByteBuffer bytes = ByteBuffer.allocate(text.length() * 5 / 8);
    int buffer = 0;
    int bits = 0;
    for (char c : text.toUpperCase(Locale.ROOT).toCharArray()) {
      int value = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".indexOf(c);
      if (value < 0) {
        throw new Fault("'" + text + "' is no base32 secret");
      }
      buffer = buffer << 5 | value;
      bits += 5;
      if (bits >= 8) {
        bits -= 8;
        bytes.put((byte) (buffer >> bits));
      }
    }
    return bytes.array();
  }
}
