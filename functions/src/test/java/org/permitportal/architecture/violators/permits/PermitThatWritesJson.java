package org.permitportal.architecture.violators.permits;

import io.micronaut.json.JsonMapper;
import org.permitportal.architecture.Violates;

@Violates("of JSON and the framework, use cases know annotations")
record PermitThatWritesJson(JsonMapper json) {}
