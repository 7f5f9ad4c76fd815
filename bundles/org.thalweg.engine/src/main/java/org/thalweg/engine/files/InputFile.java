package org.thalweg.engine.files;

/**
 * A file that an experiment read, so that a changed one is seen.
 *
 * @param path the path as the experiment gives it
 * @param sha256 the SHA-256 of its bytes in hexadecimal
 * @param bytes its length
 */
public record InputFile(String path, String sha256, long bytes) {}
