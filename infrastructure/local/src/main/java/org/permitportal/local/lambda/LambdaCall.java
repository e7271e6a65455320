package org.permitportal.local.lambda;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A function call that has ended.
 *
 * @param function the function's logical id
 * @param reply the function's reply; null when the call failed
 * @param error the failure; null when the call succeeded
 * @param took the time that the call took
 * @param cpu the CPU time of the call's thread; zero when the call timed out
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
