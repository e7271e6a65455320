package org.permitportal.local.lambda;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * One invocation that has ended.
 *
 * @param function its logical id
 * @param reply null when it failed
 * @param error null when it did not
 * @param cpu the time of the function's own thread, zero when its time was up
 */
@SuppressWarnings("ArrayRecordComponent") // a body, never compared
public record LambdaCall(
    String function,
    String requestId,
    byte[] event,
    byte @Nullable [] reply,
    @Nullable Throwable error,
    Duration took,
    Duration cpu) {}
