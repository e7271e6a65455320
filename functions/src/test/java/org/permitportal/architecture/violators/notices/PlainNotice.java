package org.permitportal.architecture.violators.notices;

record PlainNotice(LoneNotice notice) {}
