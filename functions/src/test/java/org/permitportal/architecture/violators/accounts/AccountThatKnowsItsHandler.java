package org.permitportal.architecture.violators.accounts;

import org.permitportal.architecture.Violates;
import org.permitportal.architecture.violators.accounts.handlers.ShowAccountHandler;

@Violates("nothing uses a handler")
record AccountThatKnowsItsHandler(ShowAccountHandler handler) {}
