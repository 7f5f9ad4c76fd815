package org.thalweg.api.block;

/**
 * Declares a block of memory that a walker carries from step to step.
 *
 * @param name what is remembered, for example "momentum"
 * @param rows the number of rows
 * @param reflects whether row i changes sign when coordinate i is reflected at an edge, as a
 *     momentum does; needs as many rows as the landscape has parameters
 */
public record MemoryBlock(String name, int rows, boolean reflects) {}
