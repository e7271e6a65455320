package org.permitportal.architecture.violators.permits;

import org.permitportal.architecture.Violates;
import software.amazon.awssdk.services.s3.S3Client;

@Violates("only platform, users and files know AWS")
record PermitThatReadsItsObject(S3Client s3) {}
