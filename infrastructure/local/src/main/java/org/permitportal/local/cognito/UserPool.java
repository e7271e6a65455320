package org.permitportal.local.cognito;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** A user pool with its settings, its users and its open challenges. Users are stored in files. */
final class UserPool {
  static final ObjectMapper JSON =
      new ObjectMapper().setVisibility(PropertyAccessor.FIELD, JsonAutoDetect.Visibility.ANY);

  final String id;
  final String issuer;
  final PoolSettings settings;
  final Map<String, ClientSettings> clients;
  final List<String> groups;
  final Tokens tokens;
  final Grants grants = new Grants(this);
  private final Clock clock;
  private final Path folder;
  private final Map<String, User> users = new TreeMap<>();
  private final Map<String, Challenge> challenges = new HashMap<>();

  /**
   * An open challenge. It is valid only for minutes, so it is kept only in memory.
   *
   * @param name the challenge's name in Cognito's API
   * @param tokenVerified whether the user has verified a new authenticator app
   */
  record Challenge(
      User user,
      ClientSettings client,
      String name,
      long expires,
      boolean tokenVerified,
      AtomicBoolean used) {}

  UserPool(
      String id,
      String issuer,
      PoolSettings settings,
      Map<String, ClientSettings> clients,
      List<String> groups,
      Clock clock,
      Path folder)
      throws IOException {
    this.id = id;
    this.issuer = issuer;
    this.settings = settings;
    this.clients = clients;
    this.groups = groups;
    this.clock = clock;
    this.folder = folder;
    Files.createDirectories(folder);
    this.tokens = Tokens.open(folder.resolve("key"));
    try (var files = Files.newDirectoryStream(folder, "*.json")) {
      for (Path file : files) {
        User user = JSON.readValue(file.toFile(), User.class);
        users.put(key(user.username), user);
      }
    }
  }

  long now() {
    return clock.millis();
  }

  @Nullable User find(String username) {
    return users.get(key(username));
  }

  User user(String username) {
    User user = find(username);
    if (user == null) {
      throw Refusal.userNotFound();
    }
    return user;
  }

  Collection<User> users() {
    return users.values();
  }

  /** Returns a new user. {@link #save} must store the user. */
  User fresh(String username) {
    if (find(username) != null) {
      throw new Refusal("UsernameExistsException", "User account already exists");
    }
    User user = new User();
    user.sub = UUID.randomUUID().toString();
    user.username = username;
    user.created = now();
    return user;
  }

  void changed(User user) {
    user.modified = now();
    save(user);
  }

  void save(User user) {
    users.put(key(user.username), user);
    try {
      write(file(user), JSON.writeValueAsBytes(user));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void delete(User user) {
    users.remove(key(user.username));
    challenges.values().removeIf(challenge -> challenge.user == user);
    try {
      Files.deleteIfExists(file(user));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Opens a challenge and returns its session string. */
  String challenge(User user, ClientSettings client, String name, boolean tokenVerified) {
    challenges.values().removeIf(old -> old.expires + Duration.ofHours(1).toMillis() < now());
    String session = Tokens.random(48);
    long expires = now() + client.challengeLife().toMillis();
    AtomicBoolean used = new AtomicBoolean();
    challenges.put(session, new Challenge(user, client, name, expires, tokenVerified, used));
    return session;
  }

  void close(Challenge challenge) {
    challenge.used.set(true);
  }

  /**
   * Returns the challenge of a session string, or null if this pool does not know the session.
   * Refuses a session that was used or has expired; these refusals' messages are unverified.
   */
  @Nullable Challenge challenge(String session) {
    Challenge challenge = challenges.get(session);
    if (challenge == null) {
      return null;
    }
    if (challenge.used.get()) {
      throw Refusal.notAuthorized("Invalid session for the user, session can only be used once.");
    }
    if (challenge.expires <= now()) {
      throw Refusal.notAuthorized("Invalid session for the user, session is expired.");
    }
    return challenge;
  }

  static void write(Path file, byte[] content) throws IOException {
    Path draft = file.resolveSibling(file.getFileName() + ".new");
    Files.write(draft, content);
    Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
  }

  private Path file(User user) {
    return folder.resolve(user.sub + ".json");
  }

  private String key(String username) {
    return settings.caseSensitive() ? username : username.toLowerCase(Locale.ROOT);
  }
}
