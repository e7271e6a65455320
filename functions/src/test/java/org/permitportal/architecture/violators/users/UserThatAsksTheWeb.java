package org.permitportal.architecture.violators.users;

import java.net.http.HttpClient;
import org.permitportal.architecture.Violates;

@Violates("only http and handlers know HTTP and Lambda")
record UserThatAsksTheWeb(HttpClient client) {}
