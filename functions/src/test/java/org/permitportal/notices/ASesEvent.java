package org.permitportal.notices;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Instant;
import org.permitportal.contract.Yaml;
import org.permitportal.journey.ThePortal;
import org.permitportal.local.lambda.FunctionError;

/** An event of SES about one mail, made from the sample event. */
final class ASesEvent {
  private final ObjectNode event;

  private ASesEvent(ObjectNode event) {
    this.event = event;
  }

  /** Returns the event that a mail to this address has bounced now. */
  static ASesEvent bounce(String address) {
    try {
      ObjectNode event =
          (ObjectNode)
              new ObjectMapper().readTree(Yaml.ROOT.resolve("events/recordBounce.json").toFile());
      ((ObjectNode) event.at("/detail/mail")).putArray("destination").add(address);
      return new ASesEvent(event).at(ThePortal.clock().instant());
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  /** Returns the event that a mail to this address was reported as spam now. */
  static ASesEvent complaint(String address, String feedbackType) {
    ASesEvent complaint = bounce(address);
    ObjectNode detail = (ObjectNode) complaint.event.path("detail");
    detail.put("eventType", "Complaint").remove("bounce");
    detail.putObject("complaint").put("complaintFeedbackType", feedbackType);
    complaint.event.put("detail-type", "Email Complaint Received");
    return complaint.at(ThePortal.clock().instant());
  }

  ASesEvent ofType(String bounceType) {
    ((ObjectNode) event.at("/detail/bounce")).put("bounceType", bounceType);
    return this;
  }

  ASesEvent at(Instant foundOut) {
    ObjectNode detail = (ObjectNode) event.path("detail");
    String what = detail.has("bounce") ? "bounce" : "complaint";
    ((ObjectNode) detail.path(what)).put("timestamp", foundOut.toString());
    return this;
  }

  /** Calls the function with the event, as EventBridge does. May be called several times. */
  void arrives() {
    try {
      ThePortal.stack().invoke("RecordBounceFunction", event);
    } catch (FunctionError e) {
      throw new AssertionError(e);
    }
  }

  /** Calls the function with the event. Returns whether the function succeeded. */
  boolean arrivesOrFails() {
    try {
      ThePortal.stack().invoke("RecordBounceFunction", event);
      return true;
    } catch (FunctionError e) {
      return false;
    }
  }
}
