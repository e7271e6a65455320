package org.permitportal.architecture.violators.platform;

import org.permitportal.architecture.Violates;
import org.permitportal.architecture.violators.http.Request;

@Violates("edges of platform")
record PlatformThatKnowsRequests(Request other) {}
