package org.permitportal.contents;

/** A stored picture's width and height in pixels, before the rotation that the file may state. */
public record Dimensions(long width, long height) {}
