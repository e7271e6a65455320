package org.permitportal.contents;

/** Width and height in pixels as stored, before any rotation the file asks for. */
public record Dimensions(long width, long height) {}
