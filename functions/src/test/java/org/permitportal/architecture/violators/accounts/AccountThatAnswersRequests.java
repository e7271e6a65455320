package org.permitportal.architecture.violators.accounts;

import org.permitportal.architecture.Violates;
import org.permitportal.architecture.violators.http.Request;

@Violates("only http and handlers know HTTP and Lambda")
record AccountThatAnswersRequests(Request request) {}
