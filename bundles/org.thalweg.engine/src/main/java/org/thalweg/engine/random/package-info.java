/**
 * Random streams: one per chunk of walkers, made from the seed of the experiment and the index of
 * the chunk and never from a thread.
 */
package org.thalweg.engine.random;
