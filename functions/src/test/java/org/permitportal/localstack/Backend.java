package org.permitportal.localstack;

import io.micronaut.context.ApplicationContext;
import java.util.HashMap;
import java.util.Map;
import org.permitportal.contract.Handlers;
import org.permitportal.journey.PerLocalRun;
import org.permitportal.journey.ThePortal;
import org.permitportal.local.emulators.ObjectStore;

/** The emulators of DynamoDB and S3. A suite runs once on each of them. */
public enum Backend {
  /** The local run's emulators, with a bucket that no function watches. */
  EMBEDDED {
    @Override
    Map<String, String> endpoints() {
      Map<String, String> endpoints = new HashMap<>(ThePortal.stack().endpoints());
      endpoints.put("AWS_ENDPOINT_URL_S3", Unwatched.STORE.get().endpoint().toString());
      return endpoints;
    }
  },

  /** LocalStack in a container. Without Docker its tests are skipped, except in CI. */
  LOCALSTACK {
    @Override
    Map<String, String> endpoints() {
      Map<String, String> endpoints = new HashMap<>(ThePortal.stack().endpoints());
      endpoints.putAll(LocalStack.endpoints());
      return endpoints;
    }
  };

  /** Returns the services' addresses, as environment variables of the SDK. */
  abstract Map<String, String> endpoints();

  /** Returns the beans of a function that uses this backend. */
  public ApplicationContext beans(String function) {
    Map<String, Object> environment = new HashMap<>(ThePortal.stack().environmentOf(function));
    environment.putAll(endpoints());
    return Handlers.context(environment, ThePortal.clock());
  }

  /**
   * A bucket whose new objects are not checked. The check would delete objects that no permit has
   * announced.
   */
  private static final class Unwatched {
    static final PerLocalRun<ObjectStore> STORE = PerLocalRun.of(Unwatched::start);

    private static ObjectStore start() {
      try {
        ObjectStore store =
            ObjectStore.start(
                ThePortal.stack().template().resources("AWS::S3::Bucket"),
                ThePortal.stack().attributes(),
                null,
                (_, _) -> {});
        Runtime.getRuntime().addShutdownHook(new Thread(store::close));
        return store;
      } catch (Exception e) {
        throw new IllegalStateException("The object store does not start", e);
      }
    }
  }
}
