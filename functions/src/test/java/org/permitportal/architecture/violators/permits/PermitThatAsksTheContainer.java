package org.permitportal.architecture.violators.permits;

import io.micronaut.context.ApplicationContext;
import org.permitportal.architecture.Violates;

@Violates("of JSON and the framework, use cases know annotations")
record PermitThatAsksTheContainer(ApplicationContext context) {}
