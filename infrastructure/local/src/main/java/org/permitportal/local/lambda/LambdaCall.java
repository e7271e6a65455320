package org.permitportal.local.lambda;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * One invocation that has ended.
 *
 * @param function the function's logical id
 * @param reply null when the call failed
 * @param error null when the call succeeded
 * @param cpu the CPU time of the function's own thread; zero when the call timed out
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
