package org.permitportal.contract;

import com.fasterxml.jackson.databind.JsonNode;
import io.micronaut.context.ApplicationContext;
import io.micronaut.context.env.PropertySource;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** The functions of the contexts' templates and their handlers' classes. */
public final class Handlers {
  /** The parent, which nests a template for each context. */
  private static final JsonNode TEMPLATE = Yaml.read("template.yaml");

  private static final Map<String, JsonNode> CONTEXTS = contexts();

  private Handlers() {}

  /**
   * A function of a context's template.
   *
   * @param environment the names of what its environment holds
   */
  public record Function(
      String logicalId, Class<?> handler, JsonNode properties, Set<String> environment) {
    /** The name in the contract or, for a trigger, in {@code events/}. */
    public String operationId() {
      String name = logicalId.substring(0, logicalId.length() - "Function".length());
      return Character.toLowerCase(name.charAt(0)) + name.substring(1);
    }

    /** Whether AWS calls it, not a client. */
    public boolean trigger() {
      return properties.has("Events");
    }

    /** The class that says who may call, or that it is a trigger. */
    public Class<?> kind() {
      return handler.getSuperclass();
    }

    /** A context with nothing but the environment that the template gives, its values made up. */
    public ApplicationContext context() {
      Map<String, Object> environment = new HashMap<>();
      environment.put("AWS_REGION", "us-east-1");
      this.environment.forEach(name -> environment.put(name, "https://made-up.example"));
      return Handlers.context(environment);
    }

    /** The handler as the local run makes it. */
    public Object made(ApplicationContext context) throws ReflectiveOperationException {
      return handler.getConstructor(ApplicationContext.class).newInstance(context);
    }

    /** A type argument of the superclass. */
    public Class<?> typeArgument(int index) {
      Type type =
          ((ParameterizedType) handler.getGenericSuperclass()).getActualTypeArguments()[index];
      return (Class<?>) (type instanceof ParameterizedType p ? p.getRawType() : type);
    }
  }

  /** A context like a function's, configured by nothing but this environment. */
  public static ApplicationContext context(Map<String, Object> environment, Object... singletons) {
    return ApplicationContext.builder()
        .deduceEnvironment(false)
        .environmentPropertySource(false)
        .propertySources(
            PropertySource.of(
                "function",
                environment,
                PropertySource.PropertyConvention.ENVIRONMENT_VARIABLE,
                PropertySource.Origin.of("template.yaml")))
        .singletons(singletons)
        .start();
  }

  /** Every function, by its operation's or trigger's name. */
  public static Map<String, Function> all() {
    Map<String, Function> functions = new TreeMap<>();
    CONTEXTS.values().forEach(template -> add(template, functions));
    return functions;
  }

  private static void add(JsonNode template, Map<String, Function> functions) {
    Set<String> environment = new TreeSet<>();
    template
        .at("/Globals/Function/Environment/Variables")
        .fieldNames()
        .forEachRemaining(environment::add);
    for (Map.Entry<String, JsonNode> resource : template.path("Resources").properties()) {
      if (resource.getValue().path("Type").asText().equals("AWS::Serverless::Function")) {
        JsonNode properties = resource.getValue().path("Properties");
        Function function =
            new Function(
                resource.getKey(),
                named(properties.path("Handler").asText()),
                properties,
                environment);
        functions.put(function.operationId(), function);
      }
    }
  }

  private static Map<String, JsonNode> contexts() {
    Map<String, JsonNode> contexts = new TreeMap<>();
    for (Map.Entry<String, JsonNode> resource : TEMPLATE.path("Resources").properties()) {
      if (resource.getValue().path("Type").asText().equals("AWS::Serverless::Application")) {
        String location = resource.getValue().at("/Properties/Location").asText();
        contexts.put(resource.getKey(), Yaml.read(location));
      }
    }
    return contexts;
  }

  /** The nested templates of functions, by the logical id that the parent gives them. */
  static Map<String, JsonNode> nested() {
    return CONTEXTS;
  }

  /** The template. */
  public static JsonNode template() {
    return TEMPLATE;
  }

  private static Class<?> named(String name) {
    try {
      return Class.forName(name);
    } catch (ClassNotFoundException e) {
      throw new AssertionError("template.yaml names a handler that does not exist: " + name, e);
    }
  }
}
