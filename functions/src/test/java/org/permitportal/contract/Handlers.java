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

/** Finds the functions in the contexts' templates, and the classes of their handlers. */
public final class Handlers {
  /** The parent template, which nests a template for each context. */
  private static final JsonNode TEMPLATE = Yaml.read("template.yaml");

  private static final Map<String, JsonNode> CONTEXTS = contexts();

  private Handlers() {}

  /**
   * A function in a context's template.
   *
   * @param environment the names of the function's environment variables
   */
  public record Function(
      String logicalId, Class<?> handler, JsonNode properties, Set<String> environment) {
    /**
     * Returns the operation's id in the contract. For a trigger, returns the name of its sample in
     * {@code events/}.
     */
    public String operationId() {
      String name = logicalId.substring(0, logicalId.length() - "Function".length());
      return Character.toLowerCase(name.charAt(0)) + name.substring(1);
    }

    /** Returns whether an event of AWS calls the function, and not a client. */
    public boolean trigger() {
      return properties.has("Events");
    }

    /** Returns the handler's superclass: {@code Trigger}, or the class for its kind of caller. */
    public Class<?> kind() {
      return handler.getSuperclass();
    }

    /**
     * Returns an application context. Its environment has only the variables that the template
     * names, with invented values.
     */
    public ApplicationContext context() {
      Map<String, Object> environment = new HashMap<>();
      environment.put("AWS_REGION", "us-east-1");
      this.environment.forEach(name -> environment.put(name, "https://made-up.example"));
      return Handlers.context(environment);
    }

    /** Returns a new handler. It is created as in the local run. */
    public Object made(ApplicationContext context) throws ReflectiveOperationException {
      return handler.getConstructor(ApplicationContext.class).newInstance(context);
    }

    /** Returns a type argument of the superclass. */
    public Class<?> typeArgument(int index) {
      Type type =
          ((ParameterizedType) handler.getGenericSuperclass()).getActualTypeArguments()[index];
      return (Class<?>) (type instanceof ParameterizedType p ? p.getRawType() : type);
    }
  }

  /**
   * Returns an application context like that of a function. Only this environment configures it.
   */
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

  /** Returns all functions, by the name of the operation or trigger. */
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

  /** Returns the nested templates with functions, by their logical ids in the parent template. */
  static Map<String, JsonNode> nested() {
    return CONTEXTS;
  }

  /** Returns the parent template. */
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
